import { html, nothing, type TemplateResult } from 'lit';
import type { ClockSaid, WouldChange as Changes } from '../../api-office/previews.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { sayList } from '../../words/lists.ts';
import { wouldChange as words } from '../../words-office/previews.ts';

interface Row {
  what: string;
  why?: string;
  who: string[];
  before: string;
  after: string;
  late: boolean;
}

/**
 * What a correction or a reopening would change, before anybody decides on it: each day and clock before and after, the
 * steps that open and close, where each child stands.
 *
 * @property changes  what was found; undefined while it is looked for
 */
export class WouldChange extends LightElement {
  static override properties = { changes: { attribute: false } };
  declare changes: Changes | undefined;

  override render(): TemplateResult {
    return html`<section class="tl-would-change" aria-label=${words.title} aria-live="polite">
      <h3 class="govuk-heading-s">${words.title}</h3>
      ${this.changes ? shown(this.changes) : html`<p class="govuk-hint">${words.looking}</p>`}
    </section>`;
  }
}

function shown(changes: Changes): TemplateResult {
  const rows = together(rowsOf(changes));
  const steps = [
    ...changes.closed.map(({ step, children }) => words.closes(step, sayList(children))),
    ...changes.opened.map(({ step, children }) => words.opens(step, sayList(children))),
  ];
  if (rows.length + steps.length === 0) return html`<p class="govuk-body">${words.nothing}</p>`;
  return html`<ul class="govuk-list tl-would-change__list">
    ${steps.map((step) => html`<li>${step}</li>`)}
    ${rows.map(
      (row) =>
        html`<li>
          <strong>${row.what}</strong> (${sayList(row.who)})
          ${row.why ? html`<span class="govuk-hint">${row.why}</span>` : nothing}
          <span class="tl-would-change__day">${words.before(row.before)}</span>
          <span class="tl-would-change__day ${row.late ? 'tl-late' : ''}">${words.after(row.after)}</span>
        </li>`,
    )}
  </ul>`;
}

function rowsOf({ facts, clocks, stages }: Changes): Row[] {
  const on = (day: string | undefined): string => day ?? words.none;
  const due = (clock: ClockSaid | undefined): string => (clock ? `${clock.due}, ${clock.says}` : words.none);
  return [
    ...facts.map(({ name, child, before, after }) => ({
      ...{ what: upper(name), who: [child], before: on(before), after: on(after), late: false },
    })),
    ...clocks.map(({ name, because, child, before, after }) => ({
      ...{ what: name, why: because, who: [child], before: due(before), after: due(after) },
      late: after?.late ?? false,
    })),
    ...stages.map(({ child, before, after }) => ({
      ...{ what: words.stage, who: [child], before: on(before), after: on(after), late: false },
    })),
  ];
}

/** What is the same for several children is said once. */
function together(rows: Row[]): Row[] {
  const said = new Map<string, Row>();
  for (const row of rows) {
    const key = JSON.stringify([row.what, row.why, row.before, row.after]);
    const same = said.get(key);
    said.set(key, same ? { ...same, who: [...same.who, ...row.who] } : row);
  }
  return [...said.values()];
}

const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

define('tl-would-change', WouldChange);
