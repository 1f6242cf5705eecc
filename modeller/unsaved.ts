import type Modeler from 'bpmn-js/lib/Modeler';
import type { FileChanges } from './files-behaviour.ts';

/** What has been changed and not yet told to the page, which saves it. */
export class Unsaved {
  readonly #tell: (detail: { changes: FileChanges; says: string }) => void;
  #editor: Modeler | undefined;
  #told: Record<string, string> = {};
  #changes: Record<string, string | null> = {};
  #drawn = false;
  #said: string[] = [];
  #waiting: ReturnType<typeof setTimeout> | undefined;

  constructor(tell: (detail: { changes: FileChanges; says: string }) => void) {
    this.#tell = tell;
  }

  /** A draft is opened: nothing of it is unsaved. */
  begin(editor: Modeler, files: Readonly<Record<string, string>>): void {
    clearTimeout(this.#waiting);
    this.#editor = editor;
    this.#told = { ...files };
    this.#changes = {};
    this.#drawn = false;
    this.#said = [];
  }

  /** Whether these are the files the page was told, but for forms' schemas, which the server writes. */
  isKnown(files: Readonly<Record<string, string>>): boolean {
    const names = new Set([...Object.keys(files), ...Object.keys(this.#told)]);
    return this.#editor !== undefined && [...names].every((name) => files[name] === this.#told[name]);
  }

  files(changes: FileChanges): void {
    Object.assign(this.#changes, changes);
    this.#wait();
  }

  drawing(): void {
    this.#drawn = true;
    this.#wait();
  }

  says(sentence: string): void {
    this.#said.push(sentence);
  }

  #wait(): void {
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => void this.send(), 250);
  }

  /** Tells the page now. A drawing that says the same as before is not told. */
  async send(): Promise<void> {
    clearTimeout(this.#waiting);
    const editor = this.#editor;
    if (!editor || (!this.#drawn && Object.keys(this.#changes).length === 0)) return;
    const drawn = this.#drawn;
    this.#drawn = false;
    const { xml } = drawn ? await editor.saveXML({ format: true }) : {};
    if (this.#editor !== editor) return;
    if (xml !== undefined) this.#changes['pathway.bpmn'] = xml;
    const changes = Object.fromEntries(
      Object.entries(this.#changes).filter(([path, text]) => (this.#told[path] ?? null) !== text),
    );
    const says = this.#said.join('. ');
    this.#changes = {};
    this.#said = [];
    if (Object.keys(changes).length === 0) return;
    for (const [path, text] of Object.entries(changes)) {
      if (text === null) delete this.#told[path];
      else this.#told[path] = text;
    }
    this.#tell({ changes, says });
  }
}
