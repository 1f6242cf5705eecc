import type { MeasuresAsked } from '../../api-office/measures.ts';

const names = ['from', 'to', 'team', 'worker'] as const;

/** What an address asks for. */
export function askedOf(search: URLSearchParams): MeasuresAsked {
  const asked: MeasuresAsked = {};
  for (const name of names) {
    const value = search.get(name);
    if (value) asked[name] = value;
  }
  return asked;
}

/** The address of a page of measures with what is asked in it: days and ids, nothing else. */
export function addressOf(path: string, asked: MeasuresAsked, more: Record<string, string> = {}): string {
  const search = new URLSearchParams();
  for (const name of names) {
    const value = asked[name];
    if (value) search.set(name, value);
  }
  for (const [name, value] of Object.entries(more)) if (value) search.set(name, value);
  const said = search.toString();
  return said === '' ? path : `${path}?${said}`;
}
