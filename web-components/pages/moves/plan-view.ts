import { html, nothing, type TemplateResult } from 'lit';
import type { Decision, Move, MovePlan, Target } from '../../api-group/moves.ts';
import { moves as words } from '../../words-group/moves.ts';

interface Editing {
  move: Move;
  plan: MovePlan;
  /** the plan is still a draft and may be changed */
  open: boolean;
  change: (plan: Partial<MovePlan>) => void;
}

/** What maps by itself and what people decide, with the suggestions as choices. */
export function planView(editing: Editing): TemplateResult {
  const { move } = editing;
  return html`
    <h2 class="govuk-heading-m">${words.decide}</h2>
    ${
      move.decide.length === 0
        ? html`<p class="govuk-body">${words.decideNone}</p>`
        : move.decide.map((one, at) => decisionView(editing, one, at))
    }
    ${formsView(editing)} ${itselfView(move)}
  `;
}

const DONE = '-';

/** One thing to decide: as the plan has it, or open. Several ids mean a step split in two. */
function decisionView({ move, plan, open, change }: Editing, one: Decision, at: number): TemplateResult {
  const said = saidIn(plan, one);
  const id = `decide-${String(at)}`;
  const rest = others(move.targets, one);
  const choose = (value: string): void => change(withDecision(plan, one, value));
  return html`
    <div class="govuk-form-group tl-decision">
      <label class="govuk-label" for=${id}>${words.goesOn(one.name)}</label>
      <div class="govuk-hint" id="${id}-hint">
        ${one.stage ? `${words.stage(one.stage)}. ` : ''}${one.message}
      </div>
      <select
        class="govuk-select"
        id=${id}
        aria-describedby="${id}-hint"
        ?disabled=${!open}
        @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}
      >
        <option value="" .selected=${said === undefined}>${words.notSaid}</option>
        <option value=${DONE} .selected=${said?.length === 0}>${words.done}</option>
        ${one.suggestions.map(
          ({ to, name, stage, because }) =>
            html`<option value=${to} .selected=${said?.[0] === to}>
              ${words.because(name, stage, because)}
            </option>`,
        )}
        <optgroup label=${words.other}>
          ${rest.map(
            ({ id: to, name, stage }) =>
              html`<option value=${to} .selected=${said?.[0] === to}>
                ${name}${stage ? ` (${stage})` : ''}
              </option>`,
          )}
        </optgroup>
      </select>
    </div>
  `;
}

function saidIn(plan: MovePlan, { id, kind }: Decision): string[] | undefined {
  const maps = (kind === 'strand' ? plan.strands : plan.steps).filter(({ from }) => from === id);
  return maps.length === 0 ? undefined : maps.flatMap(({ to }) => to ?? []);
}

const others = (targets: readonly Target[], { kind, suggestions }: Decision): Target[] =>
  targets.filter((one) => one.kind === kind && suggestions.every(({ to }) => to !== one.id));

function withDecision(plan: MovePlan, { id, kind }: Decision, value: string): Partial<MovePlan> {
  const map = value === '' ? [] : [{ from: id, to: value === DONE ? null : value }];
  const without = <Map extends { from: string }>(maps: Map[]): Map[] =>
    maps.filter(({ from }) => from !== id);
  return kind === 'strand'
    ? { strands: [...without(plan.strands), ...map] }
    : { steps: [...without(plan.steps), ...map] };
}

/** Steps that map by themselves and whose form asks otherwise now: keep it, or take the new one. */
function formsView({ move, plan, open, change }: Editing): TemplateResult | typeof nothing {
  const asked = move.mapped.filter(({ keepsForm }) => keepsForm !== undefined);
  if (asked.length === 0) return nothing;
  const keeps = (id: string): boolean => plan.steps.find(({ from }) => from === id)?.form !== 'new';
  const set = (id: string, form: 'keep' | 'new'): void =>
    change({ steps: plan.steps.map((map) => (map.from === id ? { ...map, form } : map)) });
  return html`
    <h3 class="govuk-heading-s">${words.otherForm}</h3>
    ${asked.map(
      ({ id, name, stage }) => html`
        <div class="govuk-form-group">
          <label class="govuk-label" for="form-${id}">${name} <span class="tl-quiet">${stage}</span></label>
          <select
            class="govuk-select tl-wide-select"
            id="form-${id}"
            ?disabled=${!open}
            @change=${(event: Event) =>
              set(id, (event.target as HTMLSelectElement).value === 'new' ? 'new' : 'keep')}
          >
            <option value="keep" .selected=${keeps(id)}>${words.keep}</option>
            <option value="new" .selected=${!keeps(id)}>${words.renew}</option>
          </select>
        </div>
      `,
    )}
  `;
}

function itselfView({ mapped }: Move): TemplateResult {
  return html`
    <details class="govuk-details">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">${words.itself(mapped.length)}</span>
      </summary>
      <div class="govuk-details__text">
        <p>${words.itselfLead}</p>
        <ul class="govuk-list govuk-list--bullet">
          ${mapped.map(({ name, stage }) => html`<li>${name} <span class="tl-quiet">${stage}</span></li>`)}
        </ul>
      </div>
    </details>
  `;
}
