import { evaluate, isFunction, parseExpression } from 'feelin';
import { Bounds, mayCall, tooMuch } from './bounded-feel.ts';

/**
 * What reading an expression gives: the names it reads, as dotted paths ('known.category'), or why it can't be read.
 * `inRows` are the names between the brackets of `rows[score > 3]`: columns of the row, or else names outside it.
 */
export type ParsedFeel = { ok: true; reads: string[]; inRows: string[] } | { ok: false; message: string };

/** Builtins that read a clock: time is an argument here, so both are hidden unless the caller gives them a value. */
const CLOCKS = ['now', 'today'];
const MOST_REMEMBERED = 10_000;

const parsed = new Map<string, ParsedFeel>();
const compiled = new Map<string, Compiled>();

/**
 * The value of a FEEL expression over `context`; null where FEEL says null (a name that is not there, a comparison
 * of things that can't be compared). Throws when the expression does not parse: `parseFeel` refuses those first.
 */
export function evaluateFeel(expression: string, context: Record<string, unknown>): unknown {
  let found = compiled.get(expression);
  if (!found) {
    found = compile(expression);
    remember(compiled, expression, found);
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

/** Reads an expression without evaluating it. Names bound inside it (`some row in rows …`) and builtins are left out. */
export function parseFeel(expression: string): ParsedFeel {
  const known = parsed.get(expression);
  if (known) return known;
  const reading = read(expression);
  remember(parsed, expression, reading);
  return reading;
}

function remember<T>(memory: Map<string, T>, key: string, value: T): void {
  if (memory.size >= MOST_REMEMBERED) memory.clear();
  memory.set(key, value);
}

interface Met {
  reads: string[];
  inRows: string[];
  bound: Set<string>;
  called: string[];
  errorAt: number | null;
  bounds: Bounds;
}

function read(expression: string): ParsedFeel {
  const large = tooMuch(expression);
  if (large) return { ok: false, message: large };
  const met = meet(expression);
  if (met.bounds.refused) return { ok: false, message: met.bounds.refused };
  if (met.errorAt !== null) return { ok: false, message: whereItBreaks(expression, met.errorAt) };
  const unknown = met.called.find((name) => !mayCall(name) || !isBuiltin(name));
  if (unknown) return { ok: false, message: `calls “${unknown}”, which may not be used here.` };
  const free = (paths: string[]) =>
    [...new Set(paths)].filter((path) => !met.bound.has(path.split('.')[0] ?? ''));
  return { ok: true, reads: free(met.reads), inRows: free(met.inRows) };
}

function meet(expression: string): Met {
  const met: Met = {
    reads: [],
    inRows: [],
    bound: new Set(),
    called: [],
    errorAt: expression.trim() === '' ? 0 : null,
    bounds: new Bounds(),
  };
  const text = (node: { from: number; to: number }) => expression.slice(node.from, node.to);
  parseExpression(expression, {}, undefined).iterate({
    enter(node) {
      const parent = node.node.parent;
      met.bounds.meet(node.name, () => text(node));
      if (node.type.isError) met.errorAt ??= node.from;
      if (node.name === 'Name' && parent?.name !== 'Key') met.bound.add(text(node));
      if (node.name !== 'VariableName') return;
      if (parent?.name === 'FunctionInvocation' && node.from === parent.from) met.called.push(text(node));
      else {
        const path = parent?.name === 'PathExpression' ? text(outermostPath(parent)) : text(node);
        (isInRows(node.from, parent) ? met.inRows : met.reads).push(path);
      }
    },
  });
  return met;
}

interface Node {
  name: string;
  from: number;
  to: number;
  parent: Node | null;
}

function isInRows(from: number, parent: Node | null): boolean {
  for (let node = parent; node; node = node.parent) {
    if (node.name === 'FilterExpression' && from !== node.from) return true;
  }
  return false;
}

function outermostPath(path: Node): Node {
  return path.parent?.name === 'PathExpression' && path.parent.from === path.from
    ? outermostPath(path.parent)
    : path;
}

function isBuiltin(name: string): boolean {
  return isFunction(evaluate(name, {}).value) || typeof evaluate(name, {}).value === 'function';
}

function whereItBreaks(expression: string, at: number): string {
  const near = expression.slice(Math.max(0, at - 12), at + 12).trim();
  return near === '' ? 'is empty.' : `can't be read near “${near}”.`;
}
