import { flag, listOf, object, text, whole } from '../schemas.ts';
import { about, listed } from './shapes.ts';

const count = object({ count: whole }, []);

const passage = object(
  {
    ...{ id: text, name: text, from: text, days: whole, source: text, all: count, went: count },
    outcomes: listOf(object({ id: text, name: text, went: flag, count: whole }, ['id', 'name', 'went'])),
  },
  ['id', 'name', 'from', 'days', 'source', 'all', 'went', 'outcomes'],
);

const { period, today, filters } = about;

export const funnel = object({ period, today, filters, source: text, passages: listOf(passage) }, [
  ...(['period', 'today', 'filters', 'source', 'passages'] as const),
]);

export const onePassage = object(
  { period, today, filters, passage, list: object({ outcome: text, ...listed }, ['named', 'rows']) },
  ['period', 'today', 'filters', 'passage', 'list'],
);
