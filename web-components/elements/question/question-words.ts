import type { FormQuestion } from '#engine/browser';
import { sayList } from '../../words/lists.ts';

interface Named {
  id: string;
  name: string;
}

/** '[child]' in a form's words becomes the child's name, or the names of all it is about. */
export function withNames(text: string, child: Named | undefined, children: readonly Named[]): string {
  if (!text.includes('[child]')) return text;
  const names = child ? child.name : sayList(children.map(({ name }) => name));
  return text.replaceAll('[child]', firstNames(names, child ? [child] : children));
}

/** Inside a sentence the first name is enough. */
function firstNames(names: string, children: readonly Named[]): string {
  return children.reduce((text, { name }) => text.replace(name, name.split(' ')[0] ?? name), names);
}

/** The label of a question as it is asked: of a child, of all, or only of what is different. */
export function labelOf(
  question: FormQuestion,
  child: Named | undefined,
  children: readonly Named[],
): string {
  return withNames(question.label, child, children);
}

/** A way out that ends in '…' asks for its reason; others ('Not known') say all there is to say. */
export function needsReason(wayOut: string): boolean {
  return /(…|\.\.\.)\s*$/.test(wayOut);
}
