import { html, nothing, type TemplateResult } from 'lit';
import type { ChildNamed, NextSay } from '../../api/tasks.ts';
import { check as words } from '../../words/form.ts';
import { nameOf, sayList } from '../../words/lists.ts';

/** What completing will lead to, for each child, before it is done; `otherwise` is said where that is nothing. */
export function nextView(
  next: readonly NextSay[],
  children: readonly ChildNamed[],
  otherwise: string,
): TemplateResult {
  return html`
    <section class="tl-next-steps" aria-labelledby="next-steps">
      <h2 class="govuk-heading-m" id="next-steps">${words.willHappen}</h2>
      ${
        next.length === 0
          ? html`<p class="govuk-body">${otherwise}</p>`
          : html`<ul class="tl-next-steps__list">
              ${grouped(next, children).map(
                ({ who, say }) =>
                  html`<li class="tl-next-steps__item">
                    ${who ? html`<strong>${who}</strong>` : nothing}
                    <span>${say.says}</span>
                    ${say.stage ? html`<span class="tl-stage-tag">${nameOf(say.stage)}</span>` : nothing}
                    ${
                      stepsNotSaid(say).length > 0
                        ? html`<ul class="govuk-list govuk-list--bullet">
                            ${stepsNotSaid(say).map((step) => html`<li>${step}</li>`)}
                          </ul>`
                        : nothing
                    }
                  </li>`,
              )}
            </ul>`
      }
    </section>
  `;
}

/** Steps that the sentence does not name already. */
function stepsNotSaid({ says, steps = [] }: NextSay): string[] {
  return steps.filter((step) => !says.includes(step));
}

/** Children who go the same way stand together. */
function grouped(next: readonly NextSay[], children: readonly ChildNamed[]): { who: string; say: NextSay }[] {
  const ways = new Map<string, { say: NextSay; who: string[] }>();
  for (const say of next) {
    const way = JSON.stringify([say.says, say.steps ?? [], nameOf(say.stage)]);
    const name = children.find(({ id }) => id === say.child)?.name;
    const known = ways.get(way) ?? { say, who: [] };
    if (name) known.who.push(name);
    ways.set(way, known);
  }
  return [...ways.values()].map(({ say, who }) => ({ say, who: sayList(who) }));
}
