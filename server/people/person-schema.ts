import { flag, line, sent, text } from '../schemas.ts';

const day = { type: 'string', format: 'date' } as const;
const words = { type: 'string', maxLength: 2000 } as const;

const address = sent(
  { line1: line, line2: line, town: line, postcode: line, from: day, to: day, sensitive: flag },
  ['line2', 'town', 'postcode', 'from', 'to', 'sensitive'],
);

const fields = {
  firstNames: line,
  familyName: line,
  knownAs: line,
  dateOfBirth: day,
  expectedDateOfBirth: day,
  deathDate: day,
  sex: { enum: ['M', 'F', 'U'] },
  gender: line,
  ethnicity: line,
  disabilities: { type: 'array', items: line, maxItems: 20 },
  religion: line,
  firstLanguage: line,
  interpreterNeeded: flag,
  communicationNeeds: words,
  laChildId: { type: 'string', pattern: '^[A-Za-z0-9]{1,20}$' },
  upn: line,
  formerUpn: line,
  upnUnknown: { enum: ['UN1', 'UN2', 'UN3', 'UN4', 'UN5', 'UN6', 'UN7'] },
  nhsNumber: { type: 'string', pattern: '^[0-9]{10}$' },
  addresses: { type: 'array', items: address, maxItems: 30 },
  phone: line,
  school: line,
  gp: line,
  healthVisitor: line,
  immigrationStatus: line,
  uasc: flag,
  legalStatus: line,
  alerts: { type: 'array', items: sent({ kind: line, says: words }), maxItems: 20 },
};

type Field = keyof typeof fields;
const names = Object.keys(fields) as Field[];

/** A person's record as it is sent: closed, every field optional. `personFaults` says what a schema can't. */
export const personSent = sent(fields, names);

/** As it comes back from a page that had loaded it, which may send its id and revision along. */
export const personSentBack = sent(
  { ...fields, id: text, revision: { type: 'integer' }, name: text, addressesHidden: flag },
  [...names, 'id', 'revision', 'name', 'addressesHidden'],
);

export const personShown = sent(
  { ...fields, id: text, revision: { type: 'integer' }, name: text, addressesHidden: flag },
  [...names, 'addressesHidden'],
);
