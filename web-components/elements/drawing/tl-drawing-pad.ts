import { html, type TemplateResult } from 'lit';
import SignaturePad from 'signature_pad';
import { announce } from '../../contexts/announce.ts';
import { practice as words } from '../../words-office/practice.ts';
import { define, LightElement } from '../light-element.ts';
import { onPaper } from './on-paper.ts';
import { asFile } from './smaller-picture.ts';

const colours = {
  black: '#0b0c0c',
  blue: '#1d5fa6',
  red: '#c8281c',
  green: '#2f7d32',
  orange: '#e8731a',
  purple: '#6b2fa0',
  brown: '#7a4a21',
  pink: '#d6479a',
} as const;
const lines = { thin: 1.5, middle: 4, thick: 9 } as const;
type Colour = keyof typeof colours;
type Thickness = keyof typeof lines;

/**
 * A page to draw on with a finger, a pen or the mouse. Whoever can't draw says it in words instead.
 *
 * @property name  start of the ids of its fields
 * @fires tl-drawn  { file }: the drawing
 * @fires tl-put-away  { words: boolean }: nothing is kept; with `words`, the fields for words are wanted
 */
export class DrawingPad extends LightElement {
  static override properties = {
    name: { type: String },
    colour: { state: true },
    thickness: { state: true },
    problem: { state: true },
  };
  declare name: string;
  declare colour: Colour;
  declare thickness: Thickness;
  declare problem: string;
  private pad: SignaturePad | undefined;
  private scale = 1;
  /** a window that turns or grows makes the paper another */
  private readonly sizes = new ResizeObserver(() => this.fit());

  constructor() {
    super();
    this.name = '';
    this.colour = 'black';
    this.thickness = 'middle';
    this.problem = '';
  }

  override firstUpdated(): void {
    const canvas = this.querySelector('canvas');
    if (!canvas) return;
    this.pad = new SignaturePad(canvas, { backgroundColor: '#ffffff' });
    this.fit();
    this.sizes.observe(canvas);
    this.setPen();
    this.querySelector<HTMLElement>('input')?.focus();
  }

  override disconnectedCallback(): void {
    this.sizes.disconnect();
    this.pad?.off();
    super.disconnectedCallback();
  }

  /** The paper is as large as it is shown: a line stands where the finger is. */
  private fit(): void {
    const canvas = this.querySelector('canvas');
    if (!canvas || !this.pad || canvas.clientWidth === 0) return;
    const { clientWidth: width, clientHeight: height } = canvas;
    if (canvas.width === width && canvas.height === height) return;
    const fitted = onPaper({ drawn: this.pad.toData(), scale: this.scale, width, height });
    this.scale = fitted.scale;
    [canvas.width, canvas.height] = [width, height];
    this.pad.fromData(fitted.drawn);
  }

  private setPen(): void {
    if (!this.pad) return;
    const width = lines[this.thickness];
    this.pad.penColor = colours[this.colour];
    [this.pad.minWidth, this.pad.maxWidth, this.pad.dotSize] = [width * 0.7, width * 1.2, width];
  }

  override render(): TemplateResult {
    return html`
      <div class="tl-pad">
        <div class="tl-pad__tools">
          ${this.choices(words.colour, 'colour', words.colours, this.colour, (one) => {
            this.colour = one;
            this.setPen();
          })}
          ${this.choices(words.line, 'line', words.lines, this.thickness, (one) => {
            this.thickness = one;
            this.setPen();
          })}
        </div>
        <canvas class="tl-pad__paper" role="img" aria-label=${words.drawing}></canvas>
        ${this.problem ? html`<p class="govuk-error-message" role="alert">${this.problem}</p>` : ''}
        <div class="tl-pad__acts">
          ${this.act(words.keep, () => void this.keep(), true)} ${this.act(words.undo, () => this.undo())}
          ${this.act(words.clear, () => this.clear())} ${this.act(words.stop, () => this.putAway(false))}
          ${this.act(words.useWords, () => this.putAway(true))}
        </div>
      </div>
    `;
  }

  private choices<Choice extends string>(
    legend: string,
    what: string,
    named: Record<Choice, string>,
    chosen: Choice,
    choose: (one: Choice) => void,
  ): TemplateResult {
    return html`<fieldset class="tl-pad__choice">
      <legend class="govuk-label govuk-label--s">${legend}</legend>
      ${(Object.keys(named) as Choice[]).map((one) => {
        const id = `${this.name}-${what}-${one}`;
        return html`<span class="tl-pad__one">
          <input
            type="radio"
            id=${id}
            name="${this.name}-${what}"
            .checked=${one === chosen}
            @change=${() => choose(one)}
          />
          <label for=${id}
            >${what === 'colour' ? html`<span class="tl-pad__dot tl-pad__dot--${one}" aria-hidden="true"></span>` : ''}${named[one]}</label
          >
        </span>`;
      })}
    </fieldset>`;
  }

  private act(text: string, act: () => void, first = false): TemplateResult {
    return html`<button
      type="button"
      class="govuk-button ${first ? '' : 'govuk-button--secondary'} tl-small-button"
      @click=${act}
    >
      ${text}
    </button>`;
  }

  private undo(): void {
    const drawn = this.pad?.toData() ?? [];
    this.pad?.fromData(drawn.slice(0, -1));
    announce(words.undone);
  }

  private clear(): void {
    this.pad?.clear();
    this.scale = 1;
    announce(words.cleared);
  }

  private putAway(instead: boolean): void {
    this.dispatchEvent(new CustomEvent('tl-put-away', { detail: { words: instead } }));
  }

  private async keep(): Promise<void> {
    const canvas = this.querySelector('canvas');
    if (!canvas || !this.pad || this.pad.isEmpty()) {
      this.problem = words.emptyDrawing;
      return;
    }
    const made = await asFile(canvas, 'drawing.png', 'image/png');
    if ('problem' in made) this.problem = made.problem === 'too-large' ? words.tooLarge : words.unreadable;
    else this.dispatchEvent(new CustomEvent('tl-drawn', { detail: { file: made.file } }));
  }
}

define('tl-drawing-pad', DrawingPad);
