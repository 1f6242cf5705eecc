import type { Versions } from '../host.ts';
import type { Asks } from './copies.ts';

/** What questions ask for, in the forms of every version that a family's answers were given on. */
export async function asksOf(versions: Versions, ids: string[]): Promise<Asks> {
  const found = await Promise.all([...new Set(ids)].map((id) => versions.get(id)));
  const known = new Map<string, Map<string, string[]>>();
  return (form, question) => {
    let terms = known.get(form);
    if (!terms) {
      const asked = found.flatMap(({ forms }) => forms[form]?.layout.flatMap((one) => one.questions) ?? []);
      const recording = asked.filter(({ term }) => term !== undefined);
      const byQuestion = Map.groupBy(recording, ({ id }) => id);
      terms = new Map(
        [...byQuestion].map(([id, all]) => [id, [...new Set(all.flatMap(({ term }) => term ?? []))]]),
      );
      known.set(form, terms);
    }
    return terms.get(question) ?? [];
  };
}
