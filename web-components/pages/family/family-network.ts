import { html, nothing, type TemplateResult } from 'lit';
import { saveNetwork, type FamilyPage } from '../../api/families.ts';
import { announce } from '../../contexts/announce.ts';
import type { FormTools } from '../../elements/answers/answer-element.ts';
import { rowsOf, type Row } from '../../elements/answers/table/rows.ts';
import '../../elements/answers/table/tl-answer-table.ts';
import '../../elements/error-summary/tl-error-summary.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { family as words } from '../../words/family.ts';
import { formTools } from '../task/form-tools.ts';

/**
 * The network of a family, changed in one place.
 *
 * @fires tl-changed  the network is saved
 */
export class FamilyNetwork extends LightElement {
  static override properties = {
    family: { attribute: false },
    rows: { state: true },
    problem: { state: true },
    made: { state: true },
  };
  declare family: FamilyPage;
  /** rows added or changed here, on their way; those that are recorded stay as they are until then */
  declare rows: Row[] | undefined;
  declare problem: string;
  declare made: { id: string; name: string }[];

  constructor() {
    super();
    this.problem = '';
    this.made = [];
  }

  private get kept(): { rows: Row[]; revision: number } {
    const { network } = this.family;
    if (Array.isArray(network)) return { rows: rowsOf(network), revision: 0 };
    return { rows: rowsOf(network?.rows), revision: network?.revision ?? 0 };
  }

  private get tools(): FormTools {
    const { family } = this;
    return formTools(
      {
        codeLists: family.codeLists ?? [],
        people: [...(family.people ?? []), ...this.made],
        children: family.children.map(({ person }) => person),
        case: family,
      },
      (person) => {
        this.made = [...this.made, person];
      },
    );
  }

  private async save(): Promise<void> {
    if (!this.rows) return;
    const answer = await saveNetwork(this.family.id, this.rows, this.kept.revision);
    this.problem = answer.ok ? '' : answer.refusal.message;
    // Somebody else was first: what they wrote appears above, and saving again puts ours beside it.
    if (answer.ok || answer.status === 409)
      this.dispatchEvent(new CustomEvent('tl-changed', { bubbles: true }));
    if (!answer.ok) return;
    this.rows = undefined;
    announce(words.networkSaved);
  }

  override render(): TemplateResult | typeof nothing {
    const shape = this.family.blockShapes?.find(({ id }) => id === 'network');
    if (!shape) return nothing;
    return html`
      <section class="tl-network" aria-labelledby="network-title">
        <h2 class="govuk-heading-m" id="network-title">${shape.title}</h2>
        <p class="govuk-body">${words.networkLead}</p>
        <tl-error-summary .errors=${this.problem ? [{ message: this.problem }] : []}></tl-error-summary>
        <tl-answer-table
          .label=${shape.title}
          .columns=${shape.columns}
          .value=${this.rows}
          .earlier=${this.kept.rows}
          .tools=${this.tools}
          .name=${'network'}
          @tl-answer=${(event: CustomEvent<{ value: unknown }>) => (this.rows = event.detail.value ? rowsOf(event.detail.value) : undefined)}
        ></tl-answer-table>
        ${
          this.rows
            ? html`<button type="button" class="govuk-button" @click=${() => void this.save()}>
                ${words.saveNetwork}
              </button>`
            : nothing
        }
      </section>
    `;
  }
}

define('tl-family-network', FamilyNetwork);
