import type { CommandStack, Editor, Services } from './diagram/shapes.ts';

/** Texts of a draft by path; a text of null is a file that goes. */
export type FileChanges = Readonly<Record<string, string | null>>;

/** The files that lie beside the drawing, changed through the one history of commands. */
export class Files {
  static $inject = ['eventBus'];
  all: Record<string, string> = {};
  readonly eventBus: Services['eventBus'];

  constructor(eventBus: Services['eventBus']) {
    this.eventBus = eventBus;
  }

  /** Puts texts in place and says which files it was. */
  put(changes: FileChanges): void {
    const all = { ...this.all };
    for (const [path, text] of Object.entries(changes)) {
      if (text === null) delete all[path];
      else all[path] = text;
    }
    this.all = all;
    this.eventBus.fire('files.changed', { changes });
  }
}

interface Change {
  changes: FileChanges;
  before?: FileChanges;
}

/** The command itself: what was before is kept, so that it can be put back. */
class ChangeFiles {
  static $inject = ['files'];
  readonly files: Files;

  constructor(files: Files) {
    this.files = files;
  }

  execute(context: Change): never[] {
    const { all } = this.files;
    context.before = Object.fromEntries(
      Object.keys(context.changes).map((path) => [path, all[path] ?? null]),
    );
    this.files.put(context.changes);
    return [];
  }

  revert(context: Change): never[] {
    this.files.put(context.before ?? {});
    return [];
  }
}

/** Makes the command known. */
function FilesCommand(commandStack: CommandStack): void {
  commandStack.registerHandler('files.change', ChangeFiles);
}
FilesCommand.$inject = ['commandStack'];

/** A module of bpmn-js: `files` beside the drawing, and the command 'files.change'. */
export const filesModule = {
  __init__: ['files', 'filesCommand'],
  files: ['type', Files],
  filesCommand: ['type', FilesCommand],
};

/** Changes files that lie beside the drawing, as one step of the history that the drawing has too. */
export function changeFiles(editor: Editor, changes: FileChanges): void {
  editor.get('commandStack').execute('files.change', { changes });
}
