import { html, nothing, type TemplateResult } from 'lit';
import type { Checks, DraftFinding } from '../../api-group/drafts.ts';
import { draft } from '../../words-group/draft.ts';

const words = draft.checks;
const levels = ['error', 'warning', 'advice'] as const;

/** What the checks say of a draft, the heaviest first, each with a link to where it is. */
export function checksView(
  checks: Checks,
  addressOf: (finding: DraftFinding) => string | undefined,
): TemplateResult {
  return html`
    <h2 class="govuk-heading-m">${words.title}</h2>
    <p class="govuk-body">${words.lead}</p>
    <p class="govuk-body" role="status">
      ${checks.sound === 'running' ? words.running : checks.size ? words.size(checks.size.places, checks.size.transitions) : nothing}
    </p>
    ${checks.findings.length === 0 && checks.sound === 'done' ? html`<p class="govuk-body">${words.none}</p>` : nothing}
    ${levels.map((level) =>
      section(
        level,
        checks.findings.filter((finding) => finding.level === level),
        addressOf,
      ),
    )}
  `;
}

function section(
  level: (typeof levels)[number],
  findings: readonly DraftFinding[],
  addressOf: (finding: DraftFinding) => string | undefined,
): TemplateResult | typeof nothing {
  if (findings.length === 0) return nothing;
  return html`
    <section aria-labelledby="findings-${level}">
      <h3 class="govuk-heading-s" id="findings-${level}">
        ${words[level]} <span class="tl-count">${findings.length}</span>
      </h3>
      <ul class="tl-told">
        ${findings.map((finding) => {
          const href = addressOf(finding);
          return html`<li class="tl-told__one">
            ${finding.message}
            ${
              href
                ? html`<a class="govuk-link" href=${href}
                    >${words.show}<span class="govuk-visually-hidden">: ${finding.message}</span></a
                  >`
                : nothing
            }
          </li>`;
        })}
      </ul>
    </section>
  `;
}
