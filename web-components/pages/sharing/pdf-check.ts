import { html, type PropertyValues, type TemplateResult } from 'lit';
import { loadLeftOut, type Chosen, type NotInPdf } from '../../api-office/outputs.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { notInPdf } from '../print/not-in-pdf.ts';

/**
 * Which signs a PDF of a paper can't show, before it is noted as given; nothing where it shows all of them.
 *
 * @property record  the record it is made of
 * @property chosen  which paper, for whom, in which language
 */
export class PdfCheck extends LightElement {
  static override properties = {
    record: { type: String },
    chosen: { attribute: false },
    missing: { state: true },
  };
  declare record: string;
  declare chosen: Chosen;
  declare missing: NotInPdf | undefined;
  private asked = '';

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('record') || changed.has('chosen')) void this.look();
  }

  private async look(): Promise<void> {
    const { record, chosen } = this;
    const asked = JSON.stringify([record, chosen]);
    if (asked === this.asked) return;
    this.asked = asked;
    this.missing = undefined;
    const answer = await loadLeftOut(record, chosen);
    // an answer that was overtaken by another choice is dropped
    if (asked === this.asked && answer.ok) this.missing = answer.value.notInPdf;
  }

  override render(): TemplateResult {
    return html`<div role="status">${notInPdf(this.missing)}</div>`;
  }
}

define('tl-pdf-check', PdfCheck);
