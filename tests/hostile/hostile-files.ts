import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

export type HostileKind = 'drawings' | 'forms' | 'versions';

/** Something that somebody might send to do harm: stored beside this file, or made when it would be too large to store. */
export interface HostileFile {
  kind: HostileKind;
  name: string;
  /** as a browser reads a file: as UTF-8, whatever it is */
  text: string;
}

/** Every hostile file of a kind, by name; those that are made come last. */
export function hostileFiles(kind: HostileKind): HostileFile[] {
  const folder = join(import.meta.dirname, kind);
  const stored = readdirSync(folder)
    .sort()
    .map((file) => ({
      kind,
      name: file.replace(/\.\w+$/, ''),
      text: readFileSync(join(folder, file), 'utf8'),
    }));
  return [...stored, ...(made[kind] ?? []).map(({ name, make }) => ({ kind, name, text: make() }))];
}

const steps = (count: number): string =>
  drawn(Array.from({ length: count }, (_, at) => `<userTask id="t${String(at)}"/>`).join(''));

const drawn = (inside: string): string =>
  '<?xml version="1.0" encoding="UTF-8"?><definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" ' +
  `id="d" targetNamespace="https://elsewhere.example"><process id="main">${inside}</process></definitions>`;

const question = (label: string): string =>
  `{"id":"why","type":"short-text","label":"${label}","per":"family","purpose":"x","source":"local","policy":"ask","term":"why"}`;

const form = (questions: string): string =>
  '{"id":"hostile","title":"A form","purpose":"x","source":"local","schema":{},' +
  `"layout":[{"id":"all","title":"All","questions":[${questions}]}],"facts":[],"rules":[]}`;

const made: Partial<Record<HostileKind, { name: string; make: () => string }[]>> = {
  drawings: [
    { name: 'made: 2,001 elements', make: () => steps(2001) },
    { name: 'made: 100,000 elements', make: () => steps(100_000) },
    {
      name: 'made: a name of 900,000 letters',
      make: () => drawn(`<userTask id="t" name="${'x'.repeat(900_000)}"/>`),
    },
    {
      name: 'made: a name of 10 MB',
      make: () => drawn(`<userTask id="t" name="${'x'.repeat(10_000_000)}"/>`),
    },
    { name: 'made: 60,000 attributes', make: () => drawn(`<userTask id="t" ${attributes(60_000)}/>`) },
    { name: 'made: 300,000 opening brackets', make: () => '<'.repeat(300_000) },
    { name: 'made: 1,000 elements that lead to each other', make: () => drawn(knot(44)) },
  ],
  forms: [
    { name: 'made: a label of 10 MB', make: () => form(question('x'.repeat(10_000_000))) },
    { name: 'made: a label of 900,000 letters', make: () => form(question('x'.repeat(900_000))) },
    {
      name: 'made: 6,000 questions of one name',
      make: () => form(Array(6000).fill(question('x')).join(',')),
    },
    { name: 'made: 200,000 brackets', make: () => '['.repeat(200_000) },
  ],
};

const attributes = (count: number): string =>
  Array.from({ length: count }, (_, at) => `a${String(at)}="x"`).join(' ');

/** Every one of so many steps leads to every other. */
function knot(count: number): string {
  const ids = Array.from({ length: count }, (_, at) => `t${String(at)}`);
  const flows = ids.flatMap((from) =>
    ids.map((to) => `<sequenceFlow id="${from}-${to}" sourceRef="${from}" targetRef="${to}"/>`),
  );
  return [...ids.map((id) => `<userTask id="${id}"/>`), ...flows].join('');
}
