import { html, nothing, type TemplateResult } from 'lit';
import type { ChildInFamily, FamilyPage } from '../../api/families.ts';
import type { DueSays, TaskRow } from '../../api/tasks.ts';
import { dueTag, dueWithReason } from '../../elements/due/due-tag.ts';
import { sayDay } from '../../words/dates.ts';
import { family as words } from '../../words/family.ts';
import { nameOf, sayChild, sayList } from '../../words/lists.ts';
import { work } from '../../words/work.ts';

/** Where each child is, what is open and what is due: the first thing anybody wants to know. */
export function overview(family: FamilyPage): TemplateResult {
  const tasks = family.tasks ?? [];
  const due = family.due ?? [];
  return html`
    <h2 class="govuk-heading-m">${words.children}</h2>
    <ul class="tl-children">
      ${family.children.map((child) => html`<li class="tl-children__item">${childCard(child)}</li>`)}
    </ul>
    <div class="tl-two-columns">
      <section aria-labelledby="tasks">
        <h2 class="govuk-heading-m" id="tasks">${words.tasks}</h2>
        ${
          tasks.length === 0
            ? html`<p class="govuk-body">${words.noTasks}</p>`
            : html`<ul class="tl-plain">
                ${tasks.map(taskLine)}
              </ul>`
        }
      </section>
      <section aria-labelledby="due">
        <h2 class="govuk-heading-m" id="due">${words.due}</h2>
        ${
          due.length === 0
            ? html`<p class="govuk-body">${words.noDue}</p>`
            : html`<ul class="tl-plain">
                ${together(due, family).map(dueLine)}
              </ul>`
        }
        <h2 class="govuk-heading-m">
          <a class="govuk-link" href="/families/${family.id}/plan">${words.plans}</a>
        </h2>
        <ul class="tl-plain">
          ${(family.plans ?? []).map(
            (plan) =>
              html`<li>
                <a class="govuk-link" href="/records/${plan.id}">${plan.title}</a
                >${plan.at ? `, ${sayDay(plan.at)}` : ''}
                <span class="tl-quiet">${sayList((plan.children ?? []).map(nameOf))}</span>
              </li>`,
          )}
        </ul>
      </section>
    </div>
  `;
}

function childCard(child: ChildInFamily): TemplateResult {
  const { person, stage } = child;
  const next = (child.clocks ?? [])[0];
  const plan = typeof child.plan === 'string' ? child.plan : child.plan?.says;
  return html`
    <article class="tl-child-card" aria-label=${person.name}>
      <h3 class="tl-child-card__name">
        <a class="govuk-link govuk-link--no-visited-state" href="/people/${person.id}">${sayChild(person)}</a>
      </h3>
      <p class="tl-child-card__born">
        ${person.born ? words.born(sayDay(person.born)) : person.expected ? words.dueOn(sayDay(person.expected)) : nothing}
      </p>
      <p class="tl-child-card__stage">
        <span class="tl-stage-tag">${stage?.name ?? words.noStage}</span>
        ${child.since ? html`<span class="tl-quiet">${words.since(sayDay(child.since))}</span>` : nothing}
      </p>
      ${child.words ? html`<p>${child.words}</p>` : nothing}
      ${
        (child.strands ?? []).length > 0
          ? html`<p><strong>${words.beside}:</strong> ${sayList(child.strands ?? [])}</p>`
          : nothing
      }
      ${plan ? html`<p><strong>${words.plan}:</strong> ${plan}</p>` : nothing}
      ${next ? html`<p class="tl-child-card__due">${next.timescale ? html`${next.timescale} ` : nothing}${dueTag(next)}</p>` : nothing}
    </article>
  `;
}

function taskLine(task: TaskRow): TemplateResult {
  return html`<li class="tl-task-line">
    <a class="govuk-link" href="/tasks/${task.id}">${task.what}</a>
    <span class="tl-quiet">${sayList(task.children.map(sayChild))}</span>
    <span class="tl-quiet"
      >${task.assignee ? work.with(task.assignee.name) : work.forRole(task.role.name)}</span
    >
    <span>${dueTag(task.due)}</span>
  </li>`;
}

interface DueTogether {
  due: DueSays;
  names: string[];
}

/** The same date for the same reason stands once, with the children it is for. */
function together(due: readonly DueSays[], family: FamilyPage): DueTogether[] {
  const kept = new Map<string, DueTogether>();
  for (const one of due) {
    const key = [one.timescale, one.on, one.because].join('|');
    const entry = kept.get(key) ?? { due: one, names: [] };
    const name = family.children.find(({ person }) => person.id === one.child)?.person.name ?? one.child;
    if (name && !entry.names.includes(name)) entry.names.push(name);
    kept.set(key, entry);
  }
  return [...kept.values()].sort((one, other) => one.due.on.localeCompare(other.due.on));
}

function dueLine({ due, names }: DueTogether): TemplateResult {
  return html`<li class="tl-due-line">
    <strong>${due.timescale ?? ''}</strong>
    ${names.length > 0 ? html`<span class="tl-quiet">${sayList(names)}</span>` : nothing}
    <div>${dueWithReason(due)}</div>
  </li>`;
}
