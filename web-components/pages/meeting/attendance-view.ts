import { html, nothing, type TemplateResult } from 'lit';
import type { Row } from '../../elements/answers/table/rows.ts';
import { textField } from '../../elements/field/text-field.ts';
import { selectField } from '../../elements/select/select-field.ts';
import { meeting as words } from '../../words-office/meetings.ts';
import { quorum, withCell, type Attendance } from './attendance.ts';
import { ways } from './ways.ts';

export interface NewPerson {
  name: string;
  agency: string;
  role: string;
}

export interface AttendanceActs {
  give: (rows: Row[]) => void;
  adding: NewPerson;
  write: (person: NewPerson) => void;
  add: () => void;
  problem: string;
}

/** Who is here, ticked: one line each, one press each. */
export function attendanceView(attendance: Attendance, acts: AttendanceActs): TemplateResult {
  return html`<section class="tl-room__who" aria-labelledby="who-is-here">
    <h3 class="govuk-heading-m" id="who-is-here">${words.who}</h3>
    <p class="govuk-body">${attendance.people.length > 0 ? words.whoLead : words.nobody}</p>
    <ul class="tl-came">
      ${attendance.people.map((person) => personView(attendance, person, acts))}
    </ul>
    ${adding(attendance, acts)}
    <div role="status">${quorumView(attendance)}</div>
  </section>`;
}

function personView(attendance: Attendance, person: Row, acts: AttendanceActs): TemplateResult {
  const name = String(person['name'] ?? '');
  const agency = attendance.agencies.find(({ value }) => value === person['agency'])?.label ?? '';
  const about = [agency, String(person['role'] ?? '')].filter(Boolean).join(', ');
  const isThere = attendance.rows.some(({ id }) => id === person.id);
  return html`<li class="tl-came__person">
    <fieldset class="govuk-fieldset">
      <legend class="tl-came__name">
        ${name}${about ? html` <span class="tl-quiet">${about}</span>` : nothing}
      </legend>
      ${
        person['agency'] === undefined
          ? selectField({
              ...{ id: `agency-${person.id}`, label: words.addAgency, empty: words.choose, value: '' },
              choices: attendance.agencies.map(({ value: id, label }) => ({ id, name: label })),
              change: (value) => acts.give(withCell(attendance, person, 'agency', value)),
            })
          : nothing
      }
      <div class="tl-came__ways">
        ${ways({
          ...{ id: `came-${person.id}`, choices: attendance.attended, value: person['attended'] },
          give: (value) => acts.give(withCell(attendance, person, 'attended', value)),
        })}
        ${
          isThere
            ? html`<button
                type="button"
                class="tl-text-button"
                aria-label=${words.removeNamed(name)}
                @click=${() => acts.give(attendance.rows.filter(({ id }) => id !== person.id))}
              >
                ${words.remove}
              </button>`
            : nothing
        }
      </div>
    </fieldset>
  </li>`;
}

function adding({ agencies }: Attendance, acts: AttendanceActs): TemplateResult {
  const { adding: person, write } = acts;
  return html`<form
    class="tl-came__add"
    novalidate
    aria-label=${words.add}
    @submit=${(event: Event) => {
      event.preventDefault();
      acts.add();
    }}
  >
    ${textField({ id: 'came-name', label: words.addName, value: person.name, input: (name) => write({ ...person, name }) })}
    ${selectField({
      ...{ id: 'came-agency', label: words.addAgency, value: person.agency, empty: words.choose },
      choices: agencies.map(({ value: id, label: name }) => ({ id, name })),
      change: (agency) => write({ ...person, agency }),
    })}
    ${textField({ id: 'came-role', label: words.addRole, value: person.role, input: (role) => write({ ...person, role }) })}
    ${acts.problem ? html`<p class="govuk-error-message">${acts.problem}</p>` : nothing}
    <button class="govuk-button govuk-button--secondary">${words.addButton}</button>
  </form>`;
}

/** Whether there are enough, in words, with what to do when there are not. */
function quorumView(attendance: Attendance): TemplateResult | typeof nothing {
  const says = quorum(attendance);
  if (!says) return nothing;
  return html`<div class="tl-quorum ${says.enough ? '' : 'tl-quorum--not'}">
    <p class="tl-quorum__says"><strong>${says.enough ? words.enoughYes : words.enoughNo}</strong></p>
    <p>${words.enough(says.people, says.places)} ${says.missing.join(' ')}</p>
    ${says.otherwise ? html`<p>${says.otherwise}</p>` : nothing}
    <p class="tl-quiet">${words.rule}: ${says.rule.source}</p>
  </div>`;
}
