import type { Finding } from '#engine/browser';
import { modeller as words } from '../words.ts';
import type { Editor } from './shapes.ts';

const levels = ['error', 'warning', 'advice'] as const;

/** Marks on what is drawn what the checks say of it, by the heaviest: a sign and its words, not colour alone. */
export function markFindings(editor: Editor, findings: readonly Finding[]): void {
  const overlays = editor.get('overlays');
  const registry = editor.get('elementRegistry');
  overlays.remove({ type: 'tl-finding' });
  for (const [id, found] of Map.groupBy(findings, ({ element }) => element ?? '')) {
    const shape = registry.get(id);
    const level = levels.find((one) => found.some((finding) => finding.level === one));
    if (!shape || shape.parent === undefined || level === undefined) continue;
    const mark = document.createElement('div');
    mark.className = `tl-mark tl-mark--${level}`;
    mark.textContent = words.marks[level];
    mark.title = `${words.levels[level]}: ${found.map(({ message }) => message).join(' ')}`;
    overlays.add(id, 'tl-finding', { position: { top: -10, left: -10 }, html: mark, scale: { min: 0.8 } });
  }
}

/** Writes on each step how much of what it asks is asked elsewhere too. */
export function markAskedAgain(editor: Editor, again: ReadonlyMap<string, number>): void {
  const overlays = editor.get('overlays');
  overlays.remove({ type: 'tl-again' });
  for (const [id, count] of again) {
    if (!editor.get('elementRegistry').get(id)) continue;
    const mark = document.createElement('div');
    mark.className = 'tl-again';
    mark.textContent = words.again(count);
    overlays.add(id, 'tl-again', { position: { bottom: 2, left: 4 }, html: mark, scale: { max: 1 } });
  }
}
