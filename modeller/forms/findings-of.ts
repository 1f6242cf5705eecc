import { linted, lintForm, type Beside, type Finding, type Form } from '#engine/browser';
import type { Sayings } from './sayings.ts';

let last: {
  form: Form;
  parts: Beside;
  fromServer: readonly Finding[];
  said: Sayings | undefined;
  all: Finding[];
};

/** What is to be said of a form now: what can be seen at once, and of the rest what the server said last. */
export function findingsOf(
  form: Form,
  parts: Beside,
  fromServer: readonly Finding[],
  said: Sayings | undefined,
): Finding[] {
  const same =
    last?.form === form && last.parts === parts && last.fromServer === fromServer && last.said === said;
  if (same) return last.all;
  const { facts, timescales, roles, dictionary, blocks, forms, outputs } = parts;
  const now = lintForm(form, {
    ...{ facts, timescales, roles, dictionary, blocks, avoid: said?.avoid ?? [] },
    ...{ forms: Object.keys(forms), outputs: outputs.map(({ id }) => id) },
  });
  const later = fromServer.filter(({ element, check }) => element === form.id && !linted.includes(check));
  last = { form, parts, fromServer, said, all: [...now, ...later] };
  return last.all;
}
