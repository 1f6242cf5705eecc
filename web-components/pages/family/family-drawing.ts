import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { loadDrawing, type FamilyDrawing as Drawing } from '../../api/families.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { family as words } from '../../words/family.ts';
import { firstName } from '../../words/lists.ts';

/** Where each child is on the drawing; the drawing's own code is loaded when it is first shown. */
export class FamilyDrawing extends LightElement {
  static override properties = {
    family: { type: String },
    revision: { type: Number },
    shown: { state: true },
    drawing: { state: true },
    problem: { state: true },
  };
  declare family: string;
  declare revision: number;
  declare shown: boolean;
  declare drawing: Drawing | undefined;
  declare problem: string;

  constructor() {
    super();
    this.shown = window.innerWidth >= 860;
    this.problem = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.shown) void this.load();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('revision') && this.drawing) void this.load();
  }

  private async load(): Promise<void> {
    const [answer] = await Promise.all([
      loadDrawing(this.family),
      import('../../../modeller/viewer/pathway-drawing.ts'),
    ]);
    if (answer.ok) this.drawing = answer.value;
    else this.problem = answer.refusal.message;
  }

  private toggle(): void {
    this.shown = !this.shown;
    if (this.shown && !this.drawing) void this.load();
  }

  override render(): TemplateResult {
    return html`
      <section class="tl-drawing" aria-labelledby="drawing-title">
        <h2 class="govuk-heading-m" id="drawing-title">${words.drawing}</h2>
        <p class="govuk-body">${words.drawingIntro}</p>
        <button
          type="button"
          class="govuk-button govuk-button--secondary tl-small-button"
          aria-expanded=${this.shown ? 'true' : 'false'}
          @click=${this.toggle}
        >
          ${this.shown ? words.hideDrawing : words.showDrawing}
        </button>
        ${this.problem ? html`<p class="govuk-body">${this.problem}</p>` : nothing}
        ${
          this.shown && this.drawing
            ? html`<pathway-drawing
                .xml=${this.drawing.xml}
                .marks=${marksOf(this.drawing)}
              ></pathway-drawing>`
            : nothing
        }
      </section>
    `;
  }
}

/** Elements with the names of the children who are there. */
function marksOf(drawing: Drawing): { element: string; names: string[] }[] {
  const marks = new Map<string, string[]>();
  for (const { name, elements } of drawing.children) {
    for (const element of elements) marks.set(element, [...(marks.get(element) ?? []), firstName(name)]);
  }
  return [...marks].map(([element, names]) => ({ element, names }));
}

define('tl-family-drawing', FamilyDrawing);
