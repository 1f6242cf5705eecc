import { evaluate } from 'feelin';
import { parseFeel } from './parse-feel.ts';

export { parseFeel } from './parse-feel.ts';
export type { ParsedFeel } from './parse-feel.ts';

/** Builtins that read a clock: time is an argument here, so both are hidden unless the caller gives them a value. */
const CLOCKS = ['now', 'today'];
const MOST_REMEMBERED = 10_000;

const compiled = new Map<string, Compiled>();

/**
 * The value of a FEEL expression over `context`; null where FEEL says null (a name that is not there, a comparison
 * of things that can't be compared). Throws when the expression does not parse: `parseFeel` refuses those first.
 */
export function evaluateFeel(expression: string, context: Record<string, unknown>): unknown {
  let found = compiled.get(expression);
  if (!found) {
    found = compile(expression);
    if (compiled.size >= MOST_REMEMBERED) compiled.clear();
    compiled.set(expression, found);
  }
  return found(context);
}

type Compiled = (context: Record<string, unknown>) => unknown;

/**
 * feelin parses at every evaluation, which costs thirty times what evaluating does. So the expression becomes the body
 * of a FEEL function of the names it reads: parsed once, then called.
 */
function compile(expression: string): Compiled {
  const reading = parseFeel(expression);
  if (!reading.ok) throw new Error(`“${expression}” ${reading.message}`);
  const names = [...new Set([...reading.reads, ...reading.inRows].map((path) => path.split('.')[0] ?? ''))];
  const hidden = Object.fromEntries(CLOCKS.map((name) => [name, null]));
  const { value, warnings } = evaluate(`function(${names.join(', ')}) ${expression}`, hidden);
  const called = value as { invoke(values: unknown[]): unknown };
  return (context) => {
    try {
      return called.invoke(names.map((name) => context[name] ?? null));
    } catch {
      // feelin throws where things of two kinds are ordered, and FEEL says null
      return null;
    } finally {
      // they would gather for as long as the function lives, and nobody reads them
      warnings.length = 0;
    }
  };
}
