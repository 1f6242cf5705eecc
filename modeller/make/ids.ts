import type { Editor } from '../diagram/shapes.ts';

/**
 * An id that says what it is for: 'call-the-family', and with a number where that is taken. The same words give the
 * same id, so that the same edits give the same model wherever they are made.
 */
export function idFor(editor: Editor, words: string): string {
  const plain = words
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  const id = /^[a-z]/.test(plain) ? plain : `new-${plain || 'thing'}`;
  const taken = takenIds(editor);
  let free = id;
  for (let n = 2; taken.has(free); n += 1) free = `${id}-${String(n)}`;
  return free;
}

function takenIds(editor: Editor): Set<string> {
  const roots = (editor.getDefinitions().get('rootElements') as { id?: string }[] | undefined) ?? [];
  return new Set([
    ...roots.flatMap(({ id }) => id ?? []),
    ...editor
      .get('elementRegistry')
      .getAll()
      .flatMap(({ id, businessObject }) => [id, businessObject.id]),
  ]);
}
