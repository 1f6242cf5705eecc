import type { Branch, Finding, OpenItem, Place, Table } from '../contracts/index.ts';
import { inputKey } from './input-key.ts';
import { Runner } from './run.ts';
import type { Ran } from './run.ts';
import type { Sheet } from './sheets.ts';

/** A pathway of ordinary size has a few dozen places per table; one that passes this is drawn wrongly. */
export const mostPlaces = 5000;

/** Tries every input of every place with every answer until nothing new appears. */
export function explore(sheet: Sheet, most = mostPlaces): Table {
  const runner = new Runner(sheet);
  const table: Table = { process: sheet.process, start: { to: null, reached: [] }, places: {} };
  const found = new Found();
  const todo: { key: string; state: string; open: OpenItem[] }[] = [];
  const visit = ({ place, failure }: Ran): void => {
    if (failure) found.add(...failed(failure, sheet.process));
    if (!place || table.places[place.key]) return;
    if (Object.keys(table.places).length >= most) {
      found.add('places-are-few', sheet.process, tooMany(sheet.process, most));
      return;
    }
    table.places[place.key] = { open: place.open, next: {} };
    for (const id of place.hidden) found.add('one-token', id, secondToken(id));
    // a hidden token can be followed by another without end, so the search stops where the first one shows
    if (place.hidden.length === 0) todo.push({ key: place.key, state: place.state, open: place.open });
  };
  table.start = branchOf((script) => runner.run(null, null, script), visit);
  for (let at = todo.shift(); at; at = todo.shift()) {
    const { key, state, open } = at;
    for (const item of open) {
      const input = inputKey(item);
      const place = table.places[key] as Place;
      place.next[input] = branchOf((script) => runner.run(state, input, script), visit);
    }
  }
  return found.findings.length > 0 ? { ...table, findings: found.findings } : table;
}

/** Runs with every combination of answers that can occur and lays the results out as a tree of questions. */
function branchOf(run: (script: boolean[]) => Ran, visit: (ran: Ran) => void): Branch {
  let root: Branch | null = null;
  const scripts: boolean[][] = [[]];
  for (let script = scripts.pop(); script; script = scripts.pop()) {
    const ran = run(script);
    visit(ran);
    root = grown(root, ran, 0);
    const answers = ran.asked.map(({ answer }) => answer);
    for (let i = script.length; i < answers.length; i += 1) scripts.push([...answers.slice(0, i), false]);
  }
  return root ?? { to: null, reached: [] };
}

function grown(tree: Branch | null, ran: Ran, depth: number): Branch {
  const met = ran.asked[depth];
  if (!met) return { to: ran.place?.key ?? null, reached: ran.reached };
  const old = tree && 'question' in tree ? tree : null;
  const below = grown((met.answer ? old?.yes : old?.no) ?? null, ran, depth + 1);
  const other: Branch = (met.answer ? old?.no : old?.yes) ?? { to: null, reached: [] };
  return { question: met.question, yes: met.answer ? below : other, no: met.answer ? other : below };
}

class Found {
  readonly findings: Finding[] = [];

  add(check: string, element: string, message: string): void {
    if (
      this.findings.some((one) => one.check === check && one.element === element && one.message === message)
    )
      return;
    this.findings.push({ check, level: 'error', element, message });
  }
}

/** What the engine stumbled on, as the arguments of a finding. */
function failed(failure: string, process: string): [check: string, element: string, message: string] {
  const question = /^<(.+)> no conditional flow taken$/.exec(failure)?.[1];
  if (question === undefined) return ['engine-runs', process, `“${process}” can't run: ${failure}.`];
  return [
    'way-on',
    question,
    `“${question}” can be answered so that no way leads on. Make one of its ways the default.`,
  ];
}

const tooMany = (process: string, most: number): string =>
  `“${process}” has more than ${most} places a case could be in. Put branches that go on beside each other into stages of their own.`;

const secondToken = (id: string): string =>
  `“${id}” can be reached a second time while it is still open, and nobody would see the second one waiting. Let only one way into it be under way at a time.`;
