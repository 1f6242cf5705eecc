import type Modeler from 'bpmn-js/lib/Modeler';
import type { Finding, Pathway, Statutory } from '#engine/browser';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { define, LightElement } from '../web-components/elements/light-element.ts';
import { keepStill } from './diagram/keep-still.ts';
import { makeEditor } from './diagram/make-editor.ts';
import { markAskedAgain, markFindings } from './diagram/marks.ts';
import { modelId } from './diagram/model-id.ts';
import type { Editor, Shape } from './diagram/shapes.ts';
import './diagram/drawing-tools.ts';
import { changeFiles, type FileChanges, type Files } from './files-behaviour.ts';
import { filesView, type ShowsFiles } from './files-view.ts';
import type { Duplicated, Sayings } from './forms/sayings.ts';
import './outline/pathway-outline.ts';
import type { PathwayOutline } from './outline/pathway-outline.ts';
import { perform } from './operations/perform.ts';
import type { Answers, Hand, Operation, Target } from './operations/index.ts';
import './panel/pathway-panel.ts';
import type { PathwayPanel } from './panel/pathway-panel.ts';
import { askedAgain } from './panel/asked-again.ts';
import { titleOf } from './panel/sayings.ts';
import { findingsOf, handOf, readDrawing } from './reading.ts';
import { Unsaved } from './unsaved.ts';
import { modeller as words } from './words.ts';

export type View = 'drawing' | 'outline' | 'forms' | 'outputs' | 'dictionary';

/**
 * The editor of a pathway: the drawing and the outline on one model with one history, and what the checks say while one
 * works. Tabs and saving are the page's.
 *
 * @property files      the draft's files by path; the same files again change nothing
 * @property moddle     our attributes (processes/pathway.moddle.json)
 * @property statutory  what the law asks of any drawing of this pathway
 * @property base       files of the version it is compared with
 * @property mayEdit    false: it is only shown
 * @property view       which of the views is shown
 * @property focusOn    what to look at
 * @property findings   what the server found
 * @property said, duplicates  what was said of the forms, and what is asked twice: shown beside the questions; `papers`: beside papers
 * @fires tl-draft-changed { changes, says }
 * @fires tl-checks        { findings }
 * @fires tl-view          { view, focusOn }: another view is asked for
 * @fires tl-history       something was done, undone or done again
 */
export class PathwayModeller extends LightElement {
  static override properties = {
    files: { attribute: false },
    base: { attribute: false },
    moddle: { attribute: false },
    statutory: { attribute: false },
    mayEdit: { attribute: false },
    view: { attribute: false },
    focusOn: { attribute: false },
    findings: { attribute: false },
    papers: { attribute: false },
    said: { attribute: false },
    duplicates: { attribute: false },
    hand: { state: true },
    found: { state: true },
    chosen: { state: true },
    announced: { state: true },
    problem: { state: true },
  };
  declare files: Record<string, string>;
  declare base: Record<string, string> | undefined;
  declare moddle: object;
  declare statutory: Statutory | undefined;
  declare mayEdit: boolean;
  declare view: View;
  declare focusOn: { element?: string; form?: string; question?: string; output?: string } | undefined;
  declare findings: readonly Finding[];
  declare papers: ShowsFiles['papers'];
  declare said: Sayings | undefined;
  declare duplicates: Duplicated | undefined;
  declare hand: Hand | undefined;
  declare found: readonly Finding[];
  declare chosen: string;
  declare announced: string;
  declare problem: boolean;
  private editor: Modeler | undefined;
  private previous: Pathway | undefined;
  private readonly unsaved = new Unsaved((detail) =>
    this.dispatchEvent(new CustomEvent('tl-draft-changed', { bubbles: true, detail })),
  );
  private opening = Promise.resolve();
  private checking: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.files = {};
    this.mayEdit = false;
    this.view = 'drawing';
    this.findings = [];
    this.found = [];
    this.chosen = '';
    this.announced = '';
    this.problem = false;
    this.addEventListener('tl-open-form', (event) => {
      this.goTo('forms', (event as CustomEvent<{ form: string }>).detail);
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.checking);
    void this.unsaved.send();
    this.editor?.destroy();
    this.editor = undefined;
    this.hand = undefined;
  }

  get canUndo(): boolean {
    return this.mayEdit && (this.services?.get('commandStack').canUndo() ?? false);
  }

  get canRedo(): boolean {
    return this.mayEdit && (this.services?.get('commandStack').canRedo() ?? false);
  }

  undo(): void {
    if (!this.canUndo) return;
    this.services?.get('commandStack').undo();
    this.announced = words.undone;
  }

  redo(): void {
    if (!this.canRedo) return;
    this.services?.get('commandStack').redo();
    this.announced = words.redone;
  }

  /** bpmn-js by the types of its services; undefined until the drawing is read. */
  private get services(): (Editor & { get: (name: 'files') => Files }) | undefined {
    return this.hand ? (this.editor as unknown as Editor & { get: (name: 'files') => Files }) : undefined;
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('files') && this.files['pathway.bpmn'] && !this.unsaved.isKnown(this.files))
      this.opening = this.opening.then(() => this.open());
    else if (changed.has('findings') || changed.has('statutory') || changed.has('duplicates')) this.check();
    if (changed.has('base') && this.hand) void this.readBase();
    if (changed.has('view') && this.view === 'drawing') this.services?.get('canvas').resized();
    if (changed.has('focusOn') && this.focusOn?.element) this.lookAt(this.focusOn.element);
  }

  /** One drawing after the other: none is taken away while it is read, or while a part of the page still shows it. */
  private async open(): Promise<void> {
    if (this.unsaved.isKnown(this.files)) return;
    this.hand = undefined;
    await this.updateComplete;
    this.editor?.destroy();
    this.editor = undefined;
    const container = this.querySelector<HTMLElement>('.tl-modeller__canvas');
    if (!container || !this.isConnected) return;
    const editor = makeEditor(container, this.moddle);
    this.editor = editor;
    const files = editor.get('files') as Files;
    files.all = { ...this.files };
    this.unsaved.begin(editor, this.files);
    try {
      await editor.importXML(this.files['pathway.bpmn'] ?? '');
    } catch {
      this.problem = this.editor === editor;
      return;
    }
    if (this.editor !== editor) return;
    this.problem = false;
    this.listen(editor as unknown as Editor);
    this.hand = handOf(editor as unknown as Editor, files);
    await this.readBase();
    if (this.focusOn?.element) this.lookAt(this.focusOn.element);
  }

  /** The drawing this one follows, for the checks that look at both. */
  private async readBase(): Promise<void> {
    const xml = this.base?.['pathway.bpmn'];
    this.previous = xml && this.editor ? await readDrawing(this.editor, xml) : undefined;
    this.check();
  }

  private listen(editor: Editor): void {
    const bus = editor.get('eventBus');
    keepStill(bus, () => this.mayEdit);
    bus.on('commandStack.changed', () => this.changed());
    bus.on('files.changed', (event) =>
      this.unsaved.files((event as unknown as { changes: FileChanges }).changes),
    );
    bus.on('selection.changed', ({ newSelection = [] }) => {
      if (this.view === 'drawing') this.chosen = newSelection[0] ? modelId(newSelection[0]) : '';
    });
    bus.on('pathway.begin', (event) => {
      const { operation, element } = event as unknown as { operation: string; element?: Shape };
      if (element) this.chosen = modelId(element);
      void this.updateComplete.then(() =>
        this.querySelector<PathwayPanel>('pathway-panel')?.begin(operation),
      );
    });
  }

  /** Something was done, undone or done again: everything is read anew. */
  private changed(): void {
    if (!this.editor) return;
    this.hand = handOf(this.editor as unknown as Editor, this.editor.get('files') as Files);
    this.unsaved.drawing();
    this.check();
    this.dispatchEvent(new CustomEvent('tl-history', { bubbles: true }));
  }

  private check(): void {
    clearTimeout(this.checking);
    this.checking = setTimeout(() => {
      if (!this.hand) return;
      this.found = findingsOf(this.hand, this.statutory, this.previous, this.findings);
      markFindings(this.hand.editor, this.found);
      markAskedAgain(this.hand.editor, askedAgain(this.hand.pathway, this.duplicates));
      this.dispatchEvent(new CustomEvent('tl-checks', { bubbles: true, detail: { findings: this.found } }));
    }, 60);
  }

  /** Does what was chosen, says it aloud, and leads to what it made. */
  private do(event: CustomEvent<{ operation: Operation; target: Target; answers: Answers }>): void {
    const { operation, target, answers } = event.detail;
    if (!this.hand || !this.mayEdit) return;
    const says = `${operation.name}: ${titleOf(target)}`;
    this.unsaved.says(says);
    const next = perform(operation, this.hand, target, answers);
    this.announced = `${says}.`;
    this.lookAt(next ?? target.id);
  }

  private lookAt(id: string): void {
    this.chosen = id;
    if (this.view === 'outline') {
      void this.updateComplete.then(() => this.querySelector<PathwayOutline>('pathway-outline')?.goTo(id));
      return;
    }
    const editor = this.services;
    const shape = editor?.get('elementRegistry').get(id);
    if (!editor || !shape) return;
    const root = editor.get('canvas').findRoot(shape);
    if (root) editor.get('canvas').setRootElement(root);
    editor.get('selection').select(shape.parent ? shape : null);
    editor.get('canvas').scrollToElement(shape);
  }

  override render(): TemplateResult {
    const drawing = this.view === 'drawing';
    return html`<p class="govuk-visually-hidden" role="status">${this.announced}</p>
      ${this.problem ? html`<p class="govuk-body">${words.problem}</p>` : nothing}
      <div class="tl-modeller__drawing ${drawing ? '' : 'tl-modeller__drawing--away'}" ?inert=${!drawing}>
        <drawing-tools .hand=${this.hand}></drawing-tools>
        <div class="tl-modeller__beside" @tl-do=${this.do}>
          <div
            class="tl-modeller__canvas ${this.mayEdit ? '' : 'tl-modeller__canvas--still'}"
            role="group"
            aria-label=${words.drawing}
          ></div>
          <pathway-panel
            .hand=${this.hand}
            .chosen=${this.chosen}
            .findings=${this.found}
            .mayEdit=${this.mayEdit}
          ></pathway-panel>
        </div>
      </div>
      ${
        this.view === 'outline'
          ? html`<pathway-outline
              .hand=${this.hand}
              .findings=${this.found}
              .duplicates=${this.duplicates}
              .mayEdit=${this.mayEdit}
              .chosen=${this.chosen}
              @tl-do=${this.do}
              @tl-choose=${(event: CustomEvent<{ id: string }>) => {
                this.chosen = event.detail.id;
              }}
            ></pathway-outline>`
          : nothing
      }
      ${this.hand ? filesView(this, this.hand) : nothing}`;
  }

  /** A form, a term or a list of answers was changed: one more step of the same history. */
  changeFiles(changes: FileChanges, says: string): void {
    if (!this.hand || !this.mayEdit) return;
    this.unsaved.says(says);
    changeFiles(this.hand.editor, changes);
  }

  /** Asks the page for another view. */
  goTo(view: View, focusOn: NonNullable<PathwayModeller['focusOn']>): void {
    this.dispatchEvent(new CustomEvent('tl-view', { bubbles: true, detail: { view, focusOn } }));
  }
}

define('pathway-modeller', PathwayModeller);
