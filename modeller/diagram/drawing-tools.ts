import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { define, LightElement } from '../../web-components/elements/light-element.ts';
import type { Hand } from '../operations/index.ts';
import { modeller as words } from '../words.ts';
import type { Services, Shape } from './shapes.ts';

/**
 * Above the drawing: which part of it to look at, finding, and looking closer: nothing of it needs dragging or a wheel.
 *
 * @property hand  the editor and what is drawn
 */
export class DrawingTools extends LightElement {
  static override properties = { hand: { attribute: false }, root: { state: true } };
  declare hand: Hand | undefined;
  declare root: string;
  private known: Hand['editor'] | undefined;

  constructor() {
    super();
    this.root = '';
  }

  protected override updated(changed: PropertyValues): void {
    if (!changed.has('hand') || !this.hand || this.hand.editor === this.known) return;
    this.known = this.hand.editor;
    this.hand.editor.get('eventBus').on('root.set', ({ element }) => {
      this.root = element.id;
    });
    this.showFirst();
  }

  /** The main part is shown as soon as there is room for it: a view that is hidden has none. */
  private showFirst(): void {
    const canvas = this.parentElement?.querySelector('.tl-modeller__canvas');
    const [part] = this.parts();
    if (!canvas || !part) return;
    const waiting = new ResizeObserver(() => {
      if (canvas.clientWidth === 0) return;
      waiting.disconnect();
      this.canvas?.resized();
      this.show(part.value);
    });
    waiting.observe(canvas);
  }

  private get canvas(): Services['canvas'] | undefined {
    return this.hand?.editor.get('canvas');
  }

  /** Pools by their place, then the insides of stages. */
  private parts(): { value: string; label: string }[] {
    const { editor } = this.hand ?? {};
    if (!editor) return [];
    const named = (shape: Shape): { value: string; label: string } => ({
      value: shape.id,
      label: shape.businessObject.name ?? words.whole,
    });
    const pools = editor.get('elementRegistry').filter(({ type }) => type === 'bpmn:Participant');
    const [whole, ...insides] = editor.get('canvas').getRootElements();
    return [
      ...pools.map(named),
      ...(whole ? [{ value: whole.id, label: words.whole }] : []),
      ...insides.map(named),
    ];
  }

  private show(id: string): void {
    const shape = this.hand?.editor.get('elementRegistry').get(id);
    const { canvas } = this;
    if (!shape || !canvas) return;
    const root = canvas.findRoot(shape) ?? shape;
    canvas.setRootElement(root);
    this.root = id;
    const whole = shape === root || shape.parent === undefined;
    const box = whole ? canvas.viewbox().inner : shape;
    const [width, height] = [box.width + 48, box.height + 48];
    const beside = this.besidePalette(width);
    canvas.viewbox({ x: box.x - 24 - beside, y: box.y - 24, width: width + beside, height });
  }

  /** Room on the left of what is looked at, so that the palette covers nothing of it. */
  private besidePalette(width: number): number {
    const canvas = this.parentElement?.querySelector('.tl-modeller__canvas');
    const palette = canvas?.querySelector('.djs-palette')?.clientWidth ?? 0;
    const room = (canvas?.clientWidth ?? 0) - palette - 24;
    return palette === 0 || room <= palette ? 0 : (width * (palette + 24)) / room;
  }

  private resize(factor: number): void {
    const { canvas } = this;
    if (canvas) canvas.zoom(Math.min(Math.max(canvas.viewbox().scale * factor, 0.1), 4), 'auto');
  }

  override render(): TemplateResult | typeof nothing {
    if (!this.hand) return nothing;
    return html`<div class="tl-modeller__tools">
      <label class="govuk-label govuk-!-font-size-16" for="drawing-part">${words.parts}</label>
      <select
        class="govuk-select"
        id="drawing-part"
        @change=${(event: Event) => this.show((event.target as HTMLSelectElement).value)}
      >
        ${this.parts().map(
          ({ value, label }) =>
            html`<option value=${value} ?selected=${value === this.root}>${label}</option>`,
        )}
      </select>
      ${this.tool(words.find, () => this.hand?.editor.get('searchPad').toggle())}
      ${this.tool(words.bigger, () => this.resize(1.3))}
      ${this.tool(words.smaller, () => this.resize(1 / 1.3))}
      ${this.tool(words.fit, () => this.show(this.root))}
      ${this.tool(words.map, () => this.hand?.editor.get('minimap').toggle())}
    </div>`;
  }

  private tool(text: string, act: () => void): TemplateResult {
    return html`<button type="button" class="tl-text-button" @click=${act}>${text}</button>`;
  }
}

define('drawing-tools', DrawingTools);
