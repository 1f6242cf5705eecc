import { oddValue } from './odd-values.ts';
import type { Random } from './random.ts';

const most = 60;

/** Ids that the server itself has told, so that a request gets past "there is nothing here". */
export class RealIds {
  readonly #random: Random;
  /** by the place in a path where they were answered with something */
  readonly #good = new Map<string, string[]>();
  /** by the field under which an answer told them */
  readonly #told = new Map<string, string[]>();

  constructor(random: Random) {
    this.#random = random;
  }

  forPath(path: string, at: number, name: string, oddness: number): string {
    if (this.#random.below(oddness) === 0) {
      const odd = oddValue(this.#random);
      return (typeof odd === 'string' ? odd : JSON.stringify(odd)).slice(0, 250) || '0';
    }
    const good = this.#good.get(`${folderOf(path, at)}`);
    if (good && this.#random.below(3) > 0) return this.#random.pick(good);
    const folder = folderOf(path, at).replace(/s$/, '');
    const told = this.#told.get(folder) ?? this.#told.get(name) ?? this.#told.get('id');
    return told ? this.#random.pick(told) : 'x';
  }

  /** Something that was told under this name; ids for what names one. */
  ofField(field: string): string | undefined {
    if (field === 'commandId') return `command-${String(this.#random.below(1e6))}`;
    const told = this.#told.get(field);
    return told && this.#random.pick(told);
  }

  learn(path: string, used: string[], answer: unknown): void {
    for (const [at, id] of used.entries()) keep(this.#good, folderOf(path, at), id);
    this.#walk(answer, '');
  }

  #walk(value: unknown, field: string): void {
    if (typeof value === 'string') {
      if (value.length > 0 && value.length < 120) keep(this.#told, field, value);
    } else if (Array.isArray(value)) {
      for (const one of value.slice(0, 20)) this.#walk(one, field);
    } else if (value !== null && typeof value === 'object') {
      for (const [name, one] of Object.entries(value).slice(0, 60)) {
        // what stands under `case` or in a list of `drafts` is one: its id is an id of these
        if (name === 'id' && typeof one === 'string') keep(this.#told, field.replace(/s$/, ''), one);
        this.#walk(one, name);
      }
    }
  }
}

/** Word before a part of the path that changes: '/api/cases/{id}/history' has 'cases'. */
function folderOf(path: string, at: number): string {
  const parts = path.split('/');
  const places = parts.flatMap((part, index) => (part.startsWith('{') ? [index] : []));
  return parts[(places[at] ?? 1) - 1] ?? '';
}

function keep(map: Map<string, string[]>, key: string, value: string): void {
  const kept = map.get(key) ?? [];
  if (kept.includes(value)) return;
  map.set(key, [...kept, value].slice(-most));
}
