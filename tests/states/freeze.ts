/**
 * `node tests/states/freeze.ts 2-redesigned` stores cases of a version as they stand today. On purpose only: when a
 * version is released, or while it is still being drawn and no store anywhere holds it. A case that does not open any
 * more is otherwise a case of an authority that does not open any more.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dayOf } from '#engine';
import type { Case, Version } from '#engine';
import { chanceFor, makeFamily, walkFamily } from '../../server/demo/index.ts';
import type { Plan } from '../../server/demo/index.ts';
import { loadVersion } from '../../server/pathways/index.ts';
import { opensAt } from './frozen.ts';
import type { Frozen } from './frozen.ts';

const processes = join(import.meta.dirname, '../../processes');

interface Wanted {
  name: string;
  /** the first case in which all of these steps are open */
  open: string[];
  steer: Plan['steer'];
  messages?: Plan['messages'];
}

const protection = {
  referralOutcome: ['strategy-discussion'],
  strategyDecision: ['section-47-joint'],
  enquiryOutcome: ['initial-conference'],
  conferenceDecision: ['protection-plan'],
  authorisation: ['authorise'],
};

const wanted: Wanted[] = [
  { name: 'assessment', open: ['write-assessment'], steer: { referralOutcome: ['assessment'] } },
  { name: 'enquiry-beside-assessment', open: ['do-enquiry', 'write-assessment'], steer: protection },
  { name: 'conference-half-prepared', open: ['authorise-report'], steer: protection },
  { name: 'plan', open: ['hold-core-group', 'visit-child', 'send-core-group-notes'], steer: protection },
  {
    name: 'child-in-need',
    open: ['visit-child-in-need', 'review-cin-plan'],
    steer: {
      referralOutcome: ['assessment'],
      assessmentOutcome: ['child-in-need'],
      authorisation: ['authorise'],
    },
  },
];

/** Where a version is drawn otherwise: what is open at once in it. */
const otherwise: Record<string, Record<string, string[]>> = {
  '1-before': { plan: ['hold-core-group', 'visit-child'], 'child-in-need': ['visit-child-in-need'] },
};

function caseWith(version: Version, { name, open, steer, messages }: Wanted): Case {
  const chance = chanceFor(1, name);
  const referred = '2026-01-05T09:30:00.000Z';
  const walker = {
    ...{ version, chance, until: '2026-08-31T16:00:00.000Z' },
    staffFor: (role: string, notBy?: string) => (role === notBy ? `${role}-2` : role),
  };
  const family = makeFamily(chance, name, dayOf(referred), 2);
  const walk = walkFamily(walker, { family, referred, steer, ...(messages ? { messages } : {}) });
  for (let next = walk.next(); !next.done; next = walk.next(next.value.change.case)) {
    const kase = next.value.change.case;
    if (open.every((step) => kase.tasks.some((task) => task.step === step))) return kase;
  }
  throw new Error(`no case of this walk has ${open.join(' and ')} open at once`);
}

const folder = process.argv[2];
if (!folder) {
  console.error('Say which version to freeze cases of: a folder of processes/child-protection/.');
  process.exit(1);
}
const { version } = await loadVersion(processes, join(processes, 'child-protection', folder));
mkdirSync(join(import.meta.dirname, folder), { recursive: true });
for (const one of wanted) {
  const open = otherwise[folder]?.[one.name] ?? one.open;
  const kase = caseWith(version, { ...one, open });
  const frozen: Frozen = {
    ...{ folder, version: version.id, engine: version.tables.engine },
    ...{ case: kase, open: opensAt(version.tables, kase) },
  };
  const text = `${JSON.stringify(frozen)}\n`;
  writeFileSync(join(import.meta.dirname, folder, `${one.name}.json`), text);
  console.log(`${one.name}: ${String(Math.round(text.length / 1024))} KiB`);
}
