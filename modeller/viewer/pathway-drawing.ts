import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import NavigatedViewer, { type DrawnElement } from 'bpmn-js/lib/NavigatedViewer';
import { html, type PropertyValues, type TemplateResult } from 'lit';
import { define, LightElement } from '../../web-components/elements/light-element.ts';
import { drawing as words } from '../../web-components/words/drawing.ts';
import { planesOf, type Mark, type Plane } from './planes.ts';

/**
 * A drawing to look at, with the names of those who are at each place written on it. What it shows is always said in
 * words beside it too. The wheel scrolls the page, not the drawing; everything else has a button, so that nothing
 * needs dragging. The bpmn.io mark stays visible, as its licence asks.
 *
 * @property xml    the drawing (BPMN 2.0 with its diagram layer)
 * @property marks  who is where
 * @property open   id of the stage whose inside is shown first; absent: the whole
 * @fires tl-opened-plane  { plane }
 */
export class PathwayDrawing extends LightElement {
  static override properties = {
    xml: { attribute: false },
    marks: { attribute: false },
    open: { type: String },
    planes: { state: true },
    current: { state: true },
    problem: { state: true },
  };
  declare xml: string;
  declare marks: readonly Mark[];
  declare open: string;
  declare planes: readonly Plane[];
  declare current: string;
  declare problem: string;
  private viewer: NavigatedViewer | undefined;
  private drawn = '';
  private showing = false;

  constructor() {
    super();
    this.xml = '';
    this.marks = [];
    this.open = '';
    this.planes = [];
    this.current = '';
    this.problem = '';
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.viewer?.destroy();
    this.viewer = undefined;
    this.drawn = '';
  }

  protected override updated(changed: PropertyValues): void {
    const wanted = JSON.stringify([this.xml, this.marks]);
    if (this.xml && (changed.has('xml') || changed.has('marks')) && wanted !== this.drawn) {
      this.drawn = wanted;
      void this.draw();
    } else if (changed.has('open') && this.viewer && this.open) this.show(this.open);
  }

  private async draw(): Promise<void> {
    this.viewer?.destroy();
    const container = this.querySelector<HTMLElement>('.tl-canvas');
    if (!container) return;
    // Without zoomScroll the wheel is left to the page: a drawing must not catch somebody who scrolls past.
    const viewer = new NavigatedViewer({ container, additionalModules: [{ zoomScroll: ['value', null] }] });
    this.viewer = viewer;
    try {
      await viewer.importXML(this.xml);
    } catch {
      this.problem = words.problem;
      return;
    }
    if (this.viewer !== viewer) return;
    this.mark(viewer);
    this.planes = planesOf(viewer, this.marks);
    viewer.get('eventBus').on('root.set', ({ element }) => this.wentInto(element.id));
    this.show(this.open || (this.planes[0]?.id ?? ''));
  }

  private mark(viewer: NavigatedViewer): void {
    const registry = viewer.get('elementRegistry');
    for (const { element, names } of this.marks) {
      if (!isPlace(registry.get(element)) || names.length === 0) continue;
      viewer.get('canvas').addMarker(element, 'tl-someone-here');
      const label = document.createElement('div');
      label.className = 'tl-here';
      label.textContent = names.join(', ');
      viewer.get('overlays').add(element, 'tl-here', {
        position: { top: -2, left: 4 },
        html: label,
        // The name stays readable however small the drawing is.
        scale: { min: 1 },
      });
    }
  }

  /** Shows a part of the drawing: a pool, the inside of a stage, or all of it. */
  show(id: string): void {
    const canvas = this.viewer?.get('canvas');
    const plane = this.planes.find((one) => one.id === id || one.id === `${id}_plane`);
    if (!canvas || !plane) return;
    this.showing = true;
    canvas.setRootElement(plane.root);
    this.showing = false;
    if (plane.box) canvas.viewbox(plane.box);
    else canvas.zoom('fit-viewport', 'auto');
    this.current = plane.id;
    this.dispatchEvent(new CustomEvent('tl-opened-plane', { bubbles: true, detail: { plane: plane.id } }));
  }

  /** Somebody went into a stage on the drawing itself. */
  private wentInto(root: string): void {
    if (this.showing) return;
    this.current = root;
    this.viewer?.get('canvas').zoom('fit-viewport', 'auto');
  }

  private resize(factor: number): void {
    const canvas = this.viewer?.get('canvas');
    if (!canvas) return;
    const scale = this.querySelector<SVGGElement>('.viewport')?.getCTM()?.a ?? 1;
    canvas.zoom(Math.min(Math.max(scale * factor, 0.1), 4), 'auto');
  }

  private move(dx: number, dy: number): void {
    this.viewer?.get('canvas').scroll({ dx, dy });
  }

  override render(): TemplateResult {
    return html`
      <div class="tl-drawing__tools" role="group" aria-label=${words.planes}>
        ${this.planes.map(
          ({ id, name, names }) =>
            html`<button
              type="button"
              class="tl-plane"
              aria-pressed=${id === this.current ? 'true' : 'false'}
              @click=${() => this.show(id)}
            >
              ${name || words.whole}${names.length > 0 ? html` <span class="tl-plane__names">${names.join(', ')}</span>` : ''}
            </button>`,
        )}
      </div>
      ${this.problem ? html`<p class="govuk-body">${this.problem}</p>` : ''}
      <div class="tl-canvas" role="group" aria-label=${words.label}></div>
      <div class="tl-drawing__tools" role="group" aria-label=${words.tools}>
        ${this.tool(words.bigger, () => this.resize(1.3))}
        ${this.tool(words.smaller, () => this.resize(1 / 1.3))}
        ${this.tool(words.fit, () => this.show(this.current))}
        ${this.tool(words.left, () => this.move(120, 0))} ${this.tool(words.right, () => this.move(-120, 0))}
        ${this.tool(words.up, () => this.move(0, 120))} ${this.tool(words.down, () => this.move(0, -120))}
      </div>
    `;
  }

  private tool(text: string, act: () => void): TemplateResult {
    return html`<button type="button" class="tl-text-button" @click=${act}>${text}</button>`;
  }
}

/** Somebody is at a step or in a stage, never at the news that a stage waits for. */
function isPlace(element: DrawnElement | undefined): boolean {
  return /Task$|SubProcess$|CallActivity$/.test(element?.type ?? '');
}

define('pathway-drawing', PathwayDrawing);
