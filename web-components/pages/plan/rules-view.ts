import { html, nothing, type TemplateResult } from 'lit';
import type { FamilyPlan, PlanRule, PlanTest } from '../../api-office/plans.ts';
import { sayDay } from '../../words/dates.ts';
import { sayList } from '../../words/lists.ts';
import { plan as words } from '../../words-office/plans.ts';
import type { Acts } from './acts.ts';

const block = 'safetyRules';
const tests = 'planTests';
const ruleColumns = [
  ...['rule', 'whoDoesWhat', 'whenTriggered', 'howWeKnow', 'childCanTell', 'safetyObject', 'childIds'],
];
const testColumns = ['date', 'whatHappened', 'whoDidWhat', 'held', 'source'];
/** Most characters of a rule as it is named beside a test. */
const line = 300;

/** The family's rules: who does what, and when each was last put to the test and whether it held. */
export function rulesView(plan: FamilyPlan, acts: Acts): TemplateResult {
  return html`<section aria-labelledby="rules">
    <h2 class="govuk-heading-m" id="rules">${words.rules}</h2>
    ${plan.rules.length === 0 ? html`<p class="govuk-body">${words.noRules}</p>` : nothing}
    <ol class="tl-plan-list">
      ${plan.rules.map((rule) => ruleView(plan, rule, acts))}
    </ol>
    ${acts.adding(block, ruleColumns, words.addRule)}
    ${
      plan.tests.length > 0
        ? html`<h3 class="govuk-heading-s">${words.otherTests}</h3>
            ${testList(plan.tests)}`
        : nothing
    }
  </section>`;
}

function ruleView(plan: FamilyPlan, rule: PlanRule, acts: Acts): TemplateResult {
  const { id } = rule;
  const writing = { block: tests, row: '', columns: testColumns };
  const isTesting = acts.isOpen(tests, `test-${id}`);
  return html`<li class="tl-plan-item" data-row=${id}>
    <p class="tl-plan-item__what">${rule.rule}</p>
    <dl class="tl-cells">
      ${cell(words.who, rule.whoDoesWhat)} ${cell(words.when, rule.whenTriggered)}
      ${cell(words.know, rule.howWeKnow)} ${cell(words.tell, rule.childCanTell)}
      ${cell(words.sign, rule.safetyObject)} ${cell(words.about, sayList(rule.children))}
    </dl>
    ${lastTest(rule)}
    ${
      isTesting
        ? acts.form(tests)
        : acts.isOpen(block, id)
          ? acts.form(block)
          : plan.may
            ? html`<div class="tl-plan-item__acts">
                <button
                  type="button"
                  class="govuk-button govuk-button--secondary tl-small-button"
                  aria-label=${words.testedNamed(rule.rule)}
                  @click=${() => acts.open({ ...writing, row: `test-${id}`, values: { date: plan.today, rule: rule.rule.slice(0, line) } })}
                >
                  ${words.tested}
                </button>
                ${acts.button(words.change, words.changeNamed(rule.rule), () => acts.open({ block, row: id, columns: ruleColumns, values: valuesOf(plan, rule) }))}
              </div>`
            : nothing
    }
  </li>`;
}

function lastTest({ tests: all }: PlanRule): TemplateResult {
  const [last] = all;
  if (!last) return html`<p class="tl-plan-item__line tl-quiet">${words.untested}</p>`;
  return html`<p class="tl-plan-item__line">
      <strong class="govuk-tag ${last.held === false ? 'govuk-tag--red' : 'govuk-tag--green'}"
        >${last.heldSays}</strong
      >
      <span>${words.lastTested(sayDay(last.date))}</span>
    </p>
    ${
      all.length > 0
        ? html`<details class="govuk-details">
            <summary class="govuk-details__summary">
              <span class="govuk-details__summary-text">${words.allTests(all.length)}</span>
            </summary>
            ${testList(all)}
          </details>`
        : nothing
    }`;
}

function testList(all: readonly PlanTest[]): TemplateResult {
  return html`<ul class="govuk-list">
    ${all.map(
      (test) =>
        html`<li>
          <strong>${sayDay(test.date)}</strong>: ${test.heldSays.toLowerCase()}. ${test.whatHappened}
          <span class="tl-quiet">${test.whoDidWhat}</span>
        </li>`,
    )}
  </ul>`;
}

const cell = (label: string, says: string): TemplateResult | typeof nothing =>
  says
    ? html`<div>
        <dt>${label}</dt>
        <dd>${says}</dd>
      </div>`
    : nothing;

/** The rule as the form takes it; people and children stand in the list by name, in the form by id. */
function valuesOf(plan: FamilyPlan, rule: PlanRule): Record<string, unknown> {
  const { rule: says, whoDoesWhat, whenTriggered, howWeKnow, safetyObject } = rule;
  const children = plan.children.filter(({ name }) => rule.children.includes(name)).map(({ id }) => id);
  return {
    ...{ rule: says, whoDoesWhat, whenTriggered, howWeKnow },
    ...(safetyObject ? { safetyObject } : {}),
    ...(children.length > 0 ? { childIds: children } : {}),
  };
}
