import type { Versions } from '../host.ts';
import type { Asks } from './copies.ts';

const choices = ['radios', 'checkboxes', 'yes-no', 'scale'];

/**
 * What questions ask for, in the forms of every version that a family's answers were given on. A choice that is made anew
 * each time asks for nothing that was asked before: two visits that were announced are two answers.
 */
export async function asksOf(versions: Versions, ids: string[]): Promise<Asks> {
  const found = await Promise.all([...new Set(ids)].map((id) => versions.get(id)));
  const known = new Map<string, Map<string, string[]>>();
  return (form, question) => {
    let asked = known.get(form);
    if (!asked) {
      const all = found.flatMap(({ forms }) => forms[form]?.layout.flatMap((one) => one.questions) ?? []);
      const followed = all.filter(({ type, policy }) => policy !== 'ask' || !choices.includes(type));
      asked = new Map(
        [...Map.groupBy(followed, ({ id }) => id)].map(([id, same]) => [
          id,
          [...new Set([id, ...same.flatMap(({ term }) => term ?? [])])],
        ]),
      );
      known.set(form, asked);
    }
    return asked.get(question) ?? [];
  };
}
