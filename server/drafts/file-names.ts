import type { Finding } from '#engine';

/** Files that a version always has. */
const always = [
  'pathway.bpmn',
  'timescales.json',
  'roles.json',
  'dictionary.json',
  'facts.json',
  'practice.json',
];

/** Files of which there may be any number; examples show the pathway and are not part of the version. */
const many = /^(forms|outputs|translations|examples)\/[a-z0-9][a-z0-9-]{0,79}\.json$/;

export const limits = { files: 400, bytes: 1024 * 1024, together: 6 * 1024 * 1024 };

/** Whether a path is one that a version's folder may hold. */
export const isKnownPath = (path: string): boolean => always.includes(path) || many.test(path);

/** Changes put on files: a text replaces or adds, null takes away. Findings where that may not be. */
export function withChanges(
  files: Record<string, string>,
  changes: Record<string, string | null>,
): { files: Record<string, string>; findings: Finding[] } {
  const strange = Object.keys(changes).filter((path) => !isKnownPath(path));
  const gone = Object.entries(changes).filter(([path, text]) => text === null && always.includes(path));
  const now = Object.fromEntries(
    Object.entries({ ...files, ...changes }).filter((entry): entry is [string, string] => entry[1] !== null),
  );
  return {
    files: now,
    findings: [
      ...strange.map((path) => fault(path.slice(0, 80), 'is no file of a pathway: leave it out.')),
      ...gone.map(([path]) => fault(path, 'can’t be left out: a version needs it.')),
      ...tooMuch(now),
    ],
  };
}

/** What a whole set of files lacks or has too much of. */
export function wholeFindings(files: Record<string, string>): Finding[] {
  return [
    ...always.filter((path) => files[path] === undefined).map((path) => fault(path, 'is missing.')),
    ...Object.keys(files)
      .filter((path) => !isKnownPath(path))
      .slice(0, 20)
      .map((path) => fault(path.slice(0, 80), 'is no file of a pathway: leave it out.')),
    ...tooMuch(files),
  ];
}

function tooMuch(files: Record<string, string>): Finding[] {
  const sizes = Object.entries(files).map(([path, text]) => [path, Buffer.byteLength(text)] as const);
  const large = sizes.filter(([, bytes]) => bytes > limits.bytes);
  const all = sizes.reduce((sum, [, bytes]) => sum + bytes, 0);
  return [
    ...large.map(([path]) => fault(path, 'is larger than 1 MiB: split it.')),
    ...(sizes.length > limits.files
      ? [fault('draft', `has more than ${String(limits.files)} files: leave out forms that no step uses.`)]
      : []),
    ...(all > limits.together ? [fault('draft', 'is larger than 6 MiB: leave out what no step uses.')] : []),
  ];
}

function fault(element: string, what: string): Finding {
  return { check: 'draft-file', level: 'error', element, message: `${element} ${what}` };
}
