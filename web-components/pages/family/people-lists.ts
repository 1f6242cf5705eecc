import { html, nothing, type TemplateResult } from 'lit';
import type { FamilyPage, PersonInFamily } from '../../api/families.ts';
import { sayDay } from '../../words/dates.ts';
import { family as words } from '../../words/family.ts';
import { sayChild } from '../../words/lists.ts';

/** Who they are: the children, who lives with them, and everybody else who matters. Each is changed in one place. */
export function peopleLists(family: FamilyPage): TemplateResult {
  const people = family.people ?? [];
  return html`
    <div class="tl-two-columns">
      <section aria-labelledby="children">
        <h2 class="govuk-heading-m" id="children">${words.children}</h2>
        <ul class="tl-plain">
          ${family.children.map(({ person }) =>
            line(person.id, sayChild(person), person.born ? words.born(sayDay(person.born)) : undefined),
          )}
        </ul>
      </section>
      <section aria-labelledby="household">
        <h2 class="govuk-heading-m" id="household">${words.household}</h2>
        ${list(people.filter(({ inHousehold }) => inHousehold))}
        <h2 class="govuk-heading-m">${words.elsewhere}</h2>
        ${list(people.filter(({ inHousehold }) => !inHousehold))}
      </section>
    </div>
  `;
}

function list(people: readonly PersonInFamily[]): TemplateResult {
  if (people.length === 0) return html`<p class="govuk-body">${words.noPeople}</p>`;
  return html`<ul class="tl-plain">
    ${people.map((person) => line(person.id, sayChild(person), person.relation))}
  </ul>`;
}

function line(id: string, name: string, more: string | undefined): TemplateResult {
  return html`<li class="tl-person-line">
    <span><strong>${name}</strong>${more ? html` <span class="tl-quiet">${more}</span>` : nothing}</span>
    <a class="govuk-link" href="/people/${id}"
      >${words.editPerson}<span class="govuk-visually-hidden"> ${name}</span></a
    >
  </li>`;
}
