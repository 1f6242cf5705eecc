import { parser, trackVariables } from 'lezer-feel';
import { Bounds, mayCall, tooMuch } from './bounded-feel.ts';
import { builtinNames } from './builtin-names.ts';

/**
 * What reading an expression gives: the names it reads, as dotted paths ('known.category'), or why it can't be read.
 * `inRows` are the names between the brackets of `rows[score > 3]`: columns of the row, or else names outside it.
 */
export type ParsedFeel = { ok: true; reads: string[]; inRows: string[] } | { ok: false; message: string };

/** The grammar that feelin works expressions out by, without what works them out: a browser need not load that. */
const grammar = parser.configure({ top: 'Expression', contextTracker: trackVariables({}) });
const MOST_REMEMBERED = 10_000;
const parsed = new Map<string, ParsedFeel>();

/** Reads an expression without evaluating it. Names bound inside it (`some row in rows …`) and builtins are left out. */
export function parseFeel(expression: string): ParsedFeel {
  const known = parsed.get(expression);
  if (known) return known;
  const reading = read(expression);
  if (parsed.size >= MOST_REMEMBERED) parsed.clear();
  parsed.set(expression, reading);
  return reading;
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
  const unknown = met.called.find((name) => !mayCall(name) || !builtinNames.has(name));
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
  grammar.parse(expression).iterate({
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

function whereItBreaks(expression: string, at: number): string {
  const near = expression.slice(Math.max(0, at - 12), at + 12).trim();
  return near === '' ? 'is empty.' : `can't be read near “${near}”.`;
}
