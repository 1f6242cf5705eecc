/** A condition of a drawing, read into its parts. */
export type Read =
  | { kind: 'and' | 'or'; parts: Read[] }
  | { kind: 'not'; of: Read }
  | { kind: 'holds'; name: string }
  | { kind: 'compare'; name: string; relation: Relation; value: Value }
  | { kind: 'in'; name: string; values: Value[] };

export type Relation = '=' | '!=' | '<' | '<=' | '>' | '>=';
export type Value = string | number | boolean | null;

/**
 * Reads the part of FEEL that conditions of a drawing are written in: terms compared with values, `in`, `and`, `or`,
 * `not(…)`. Null for whatever lies beyond it.
 */
export function readCondition(condition: string): Read | null {
  const tokens = condition.match(/"[^"]*"|[A-Za-z_][\w.]*|-?\d+(?:\.\d+)?|!=|<=|>=|[=<>()[\],]|\S/g) ?? [];
  try {
    const reader = new Reader(tokens);
    const read = reader.any();
    return reader.isDone ? read : null;
  } catch (error) {
    if (error instanceof Unread) return null;
    throw error;
  }
}

class Unread extends Error {}

class Reader {
  readonly #tokens: string[];
  #at = 0;

  constructor(tokens: string[]) {
    this.#tokens = tokens;
  }

  get isDone(): boolean {
    return this.#at === this.#tokens.length;
  }

  any(): Read {
    return this.#row('or', () => this.#row('and', () => this.#one()));
  }

  #row(by: 'and' | 'or', one: () => Read): Read {
    const parts = [one()];
    while (this.#takes(by)) parts.push(one());
    const [first] = parts;
    return parts.length === 1 && first ? first : { kind: by, parts };
  }

  #one(): Read {
    if (this.#takes('(')) return this.#closed(this.any(), ')');
    if (this.#takes('not')) {
      this.#needs('(');
      return this.#closed({ kind: 'not', of: this.any() }, ')');
    }
    const name = this.#next();
    if (!/^[A-Za-z_]/.test(name) || reserved.has(name)) throw new Unread();
    if (this.#takes('in')) return { kind: 'in', name, values: this.#values() };
    const relation = relations.find((sign) => this.#takes(sign));
    return relation ? { kind: 'compare', name, relation, value: this.#value() } : { kind: 'holds', name };
  }

  #values(): Value[] {
    const end = this.#takes('(') ? ')' : this.#takes('[') ? ']' : null;
    if (!end) throw new Unread();
    const values = [this.#value()];
    while (this.#takes(',')) values.push(this.#value());
    return this.#closed(values, end);
  }

  #value(): Value {
    const text = this.#next();
    if (!/^("|-?\d|true$|false$|null$)/.test(text)) throw new Unread();
    return JSON.parse(text) as Value;
  }

  #closed<T>(read: T, end: string): T {
    this.#needs(end);
    return read;
  }

  #needs(token: string): void {
    if (!this.#takes(token)) throw new Unread();
  }

  #takes(token: string): boolean {
    if (this.#tokens[this.#at] !== token) return false;
    this.#at += 1;
    return true;
  }

  #next(): string {
    const token = this.#tokens[this.#at];
    if (token === undefined) throw new Unread();
    this.#at += 1;
    return token;
  }
}

const relations: Relation[] = ['=', '!=', '<=', '>=', '<', '>'];
const reserved = new Set([
  'and',
  'or',
  'in',
  'true',
  'false',
  'null',
  'if',
  'some',
  'every',
  'for',
  'between',
]);
