import { html, nothing, type TemplateResult } from 'lit';
import { takeOffers, type BroughtIn, type ImportFinding } from '../../api-group/drafts.ts';
import { navigate } from '../../controllers/navigate.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { pathway } from '../../words-group/pathway.ts';

const words = pathway.bring;

/**
 * What of a drawing from elsewhere can't run here, element by element, with what may be done about it at a word; and
 * what does nothing here.
 *
 * @property brought  the draft it became, and what was found
 * @fires tl-problems  { errors }
 */
export class BroughtInFile extends LightElement {
  static override properties = { brought: { attribute: false } };
  declare brought: BroughtIn | undefined;
  private readonly left = new Set<ImportFinding>();

  protected override firstUpdated(): void {
    this.querySelector<HTMLElement>('#brought')?.focus();
  }

  private async open(draft: string): Promise<void> {
    const accepted = this.offered.flatMap((finding) => {
      const { element, offer } = finding;
      return element && offer && !this.left.has(finding) ? [{ element, offer }] : [];
    });
    if (accepted.length > 0) {
      const answer = await takeOffers(draft, accepted);
      if (!answer.ok) {
        const errors = [{ message: answer.refusal.message }];
        this.dispatchEvent(new CustomEvent('tl-problems', { bubbles: true, detail: { errors } }));
        return;
      }
    }
    navigate(`/pathway/drafts/${draft}`);
  }

  private get offered(): ImportFinding[] {
    return this.brought?.findings.filter(({ offer, element }) => offer && element) ?? [];
  }

  override render(): TemplateResult | typeof nothing {
    if (!this.brought) return nothing;
    const { draft, findings, laidOut } = this.brought;
    const cannot = findings.filter(({ level }) => level === 'error');
    const rest = findings.filter(({ level }) => level !== 'error');
    return html`
      <div id="brought" tabindex="-1">
        <p class="govuk-body">${words.found} ${laidOut ? words.laidOut : ''}</p>
        ${cannot.length > 0 ? this.cannotRun(cannot) : nothing}
        ${
          rest.length > 0
            ? html`<h3 class="govuk-heading-s">${words.doesNothing}</h3>
                <ul class="govuk-list govuk-list--bullet">
                  ${rest.map(({ message }) => html`<li>${message}</li>`)}
                </ul>`
            : nothing
        }
        <button type="button" class="govuk-button" @click=${() => void this.open(draft)}>
          ${this.offered.length > 0 ? words.doIt : words.open}
        </button>
      </div>
    `;
  }

  private cannotRun(findings: ImportFinding[]): TemplateResult {
    return html`
      <fieldset class="govuk-fieldset" aria-describedby="cannot-run-hint">
        <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">${words.cannotRun}</legend>
        <div class="govuk-hint" id="cannot-run-hint">${words.cannotRunHint}</div>
        <ul class="tl-told">
          ${findings.map((finding, at) => html`<li class="tl-told__one">${finding.message} ${this.offer(finding, at)}</li>`)}
        </ul>
      </fieldset>
    `;
  }

  private offer(finding: ImportFinding, at: number): TemplateResult | typeof nothing {
    const { offer, element, message } = finding;
    if (!offer || !element) return nothing;
    const change = (event: Event): void => {
      if ((event.target as HTMLInputElement).checked) this.left.delete(finding);
      else this.left.add(finding);
    };
    return html`<div class="govuk-checkboxes govuk-checkboxes--small">
      <div class="govuk-checkboxes__item">
        <input
          class="govuk-checkboxes__input"
          type="checkbox"
          id="offer-${at}"
          .checked=${!this.left.has(finding)}
          @change=${change}
        />
        <label class="govuk-label govuk-checkboxes__label" for="offer-${at}"
          >${words.offers[offer] ?? offer}<span class="govuk-visually-hidden">: ${message}</span></label
        >
      </div>
    </div>`;
  }
}

define('tl-brought-in', BroughtInFile);
