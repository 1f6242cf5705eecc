import type { Document } from './stub-wire.ts';

/** Whether a document is one that a filter asks for: as much of the language as our adapter speaks, and no more. */
export function fits(document: Document, filter: Document): boolean {
  return Object.entries(filter).every(([name, wanted]) => {
    if (name === '$and') return (wanted as Document[]).every((one) => fits(document, one));
    if (name === '$or') return (wanted as Document[]).some((one) => fits(document, one));
    if (name.startsWith('$')) throw new Error(`${name} is not known here`);
    return valueFits(at(document, name), wanted);
  });
}

const at = (document: Document, path: string): unknown =>
  path.split('.').reduce<unknown>((value, name) => (value as Document | null | undefined)?.[name], document);

function valueFits(value: unknown, wanted: unknown): boolean {
  if (!isAsking(wanted)) return meets(value, (one) => same(one, wanted));
  return Object.entries(wanted).every(([operator, than]) => {
    const list = than as unknown[];
    switch (operator) {
      case '$gt':
        return meets(value, (one) => below(than, one));
      case '$gte':
        return meets(value, (one) => below(than, one) || same(one, than));
      case '$lt':
        return meets(value, (one) => below(one, than));
      case '$lte':
        return meets(value, (one) => below(one, than) || same(one, than));
      case '$ne':
        return !meets(value, (one) => same(one, than));
      case '$in':
        return list.some((than) => meets(value, (one) => same(one, than)));
      case '$nin':
        return !list.some((than) => meets(value, (one) => same(one, than)));
      case '$exists':
        return (value !== undefined) === than;
      case '$elemMatch':
        return Array.isArray(value) && value.some((one) => valueFits(one, than));
      default:
        throw new Error(`${operator} is not known here`);
    }
  });
}

const isAsking = (wanted: unknown): wanted is Document =>
  typeof wanted === 'object' && wanted !== null && Object.keys(wanted).some((name) => name.startsWith('$'));

/** A list meets a condition when it does itself, or one of its members. */
const meets = (value: unknown, condition: (one: unknown) => boolean): boolean =>
  condition(value) || (Array.isArray(value) && value.some(condition));

const same = (one: unknown, other: unknown): boolean =>
  one === other || (one ?? null) === (other ?? null) || JSON.stringify(one) === JSON.stringify(other);

/** Of two of one kind, the first is less. What is not of one kind is not compared. */
function below(one: unknown, other: unknown): boolean {
  if (typeof one === 'string' && typeof other === 'string')
    return Buffer.compare(Buffer.from(one), Buffer.from(other)) < 0;
  if (typeof one === 'number' && typeof other === 'number') return one < other;
  return one instanceof Date && other instanceof Date && one < other;
}

/** Sorted by several fields in turn (-1: falling). */
export function sorted(documents: Document[], by: Record<string, number>): Document[] {
  return documents.toSorted((one, other) => {
    for (const [path, way] of Object.entries(by)) {
      const [a, b] = [at(one, path), at(other, path)];
      if (below(a, b)) return -way;
      if (below(b, a)) return way;
    }
    return 0;
  });
}

/** The document as an update leaves it; an update with no operator replaces it, but for its id. */
export function updated(document: Document, update: Document, isNew = false): Document {
  if (!Object.keys(update).some((name) => name.startsWith('$'))) return { _id: document['_id'], ...update };
  const next = structuredClone(document);
  for (const [operator, fields] of Object.entries(update as Record<string, Document>)) {
    if (operator === '$setOnInsert' && !isNew) continue;
    for (const [path, value] of Object.entries(fields)) {
      const names = path.split('.');
      const last = names.pop() ?? '';
      const owner = names.reduce<Document>((inner, name) => (inner[name] ??= {}) as Document, next);
      if (operator === '$set' || operator === '$setOnInsert') owner[last] = value;
      else if (operator === '$inc') owner[last] = Number(owner[last] ?? 0) + Number(value);
      else if (operator === '$unset') Reflect.deleteProperty(owner, last);
      else throw new Error(`${operator} is not known here`);
    }
  }
  return next;
}
