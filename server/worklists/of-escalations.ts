import { oneDayLate } from './one-day-late.ts';
import { dayInWords, dayOf } from '#engine';
import { accountNames, allTeams } from '../access/index.ts';
import type { Person } from '../access/index.ts';
import { openFor } from '../escalations/index.ts';
import type { OpenEscalation } from '../escalations/index.ts';
import type { Host } from '../host.ts';
import type { Asked } from './asked.ts';
import type { Definition } from './definitions.ts';
import { actsOnFamily, sayTaskRows } from './rows.ts';
import type { Named, WorklistRow } from './row.ts';
import { daysLate } from './words.ts';

/** What waits for this person's answer: taken further by a colleague first, then what stayed late by itself. */
export async function escalated(
  host: Host,
  person: Person,
  definition: Definition,
  asked: Asked,
): Promise<{ rows: WorklistRow[]; count: number }> {
  // it names families, and says what somebody wrote of them
  if (person.pseudonymised) return { rows: [], count: 0 };
  const [open, late] = await Promise.all([openNear(host, person, asked), oneDayLate(host, person, asked)]);
  const rows = await sayTaskRows(host, person, { ...definition, due: 'late' }, late.rows.slice(0, 200));
  return { rows: [...(await sayOpen(host, person, open)), ...rows], count: open.length + late.count };
}

/** How many they are, without saying any. */
export async function countEscalated(host: Host, person: Person, asked: Asked): Promise<number> {
  if (person.pseudonymised) return 0;
  const [open, late] = await Promise.all([openNear(host, person, asked), oneDayLate(host, person, asked)]);
  return open.length + late.count;
}

/** What was taken further, of one team where that is asked for. */
async function openNear(host: Host, person: Person, { team }: Asked): Promise<OpenEscalation[]> {
  const open = await openFor(host, person);
  return open.filter(({ family }) => team === undefined || team === 'all' || family.team === team);
}

async function sayOpen(host: Host, person: Person, open: OpenEscalation[]): Promise<WorklistRow[]> {
  const [names, teams] = await Promise.all([
    accountNames(
      host.store,
      open.flatMap(({ said, family }) => [said.by, family.worker]),
    ),
    allTeams(host.store),
  ]);
  return open.map(({ id, said, family }) => {
    const named = (of: string): Named => ({ id: of, name: names.get(of) ?? 'Somebody who left' });
    const team = teams.find((one) => one.id === family.team);
    return {
      ...{ id, case: family.id, caseName: family.name, escalation: id, what: said.what ?? 'The family' },
      children: family.children.filter(({ id: child }) => said.children.includes(child)).map(childNamed),
      ...(family.worker ? { worker: named(family.worker) } : {}),
      ...(team ? { team: { id: team.id, name: team.name } } : {}),
      ...(said.task ? { task: said.task } : {}),
      ...{ says: `taken further on ${dayInWords(dayOf(said.at))}`, late: false },
      days: daysLate(said.at, host.clock.now()),
      reason: { says: said.reason, by: named(said.by).name, at: said.at },
      does: ['answer', ...actsOnFamily(person, family).filter((act) => act !== 'reopen')],
    };
  });
}

const childNamed = ({ id, name }: Named): Named => ({ id, name });
