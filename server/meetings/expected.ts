import { earlierAnswers } from '#engine';
import type { CaseRecord, Meeting, Version } from '#engine';
import { accountNames, accountOf, roleName } from '../access/index.ts';
import type { Host } from '../host.ts';
import { shownPerson } from '../people/index.ts';
import type { StoredCase } from '../store/port.ts';
import { rowsIn } from '../withholding/index.ts';

/** Somebody who is expected at a meeting: to be ticked, not typed. */
export interface ExpectedPerson {
  name: string;
  agency?: string;
  role?: string;
}

interface Expecting {
  version: Version;
  stored: StoredCase;
  meeting: Meeting;
  records: CaseRecord[];
  /** rows of the booking or of the meeting before, where they were carried on */
  invited: Record<string, unknown>[];
}

/** Who is expected, each once: those invited first, then as the form says: family, worker, people named before. */
export async function expectedAt(reading: Host, expecting: Expecting): Promise<ExpectedPerson[]> {
  const { meeting, invited } = expecting;
  const found = await Promise.all((meeting.expects ?? []).map((one) => expected(reading, expecting, one)));
  const all = [...invited.map(rowExpected), ...found.flat()];
  const seen = new Set<string>();
  return all.filter(({ name }) => {
    const key = name.trim().toLowerCase();
    if (key === '' || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

type Expects = NonNullable<Meeting['expects']>[number];

async function expected(reading: Host, at: Expecting, expects: Expects): Promise<ExpectedPerson[]> {
  if (!('term' in expects)) {
    const from = expects.from === 'worker' ? workerOf : networkOf;
    return from(reading, at.stored, expects.agency);
  }
  const earlier = earlierAnswers(at.records, at.version.forms).find(({ term }) => term === expects.term);
  return rowsIn(earlier?.value).map((row) => ({
    ...{ name: text(row, expects.name), role: text(row, expects.role) },
  }));
}

async function workerOf({ store }: Host, { family }: StoredCase, agency: string): Promise<ExpectedPerson[]> {
  if (!family.worker) return [];
  const account = (await accountOf(store, family.worker))?.body;
  const name = (await accountNames(store, [family.worker])).get(family.worker);
  const [role] = account?.roles ?? [];
  return name ? [{ name, agency, ...(role ? { role: roleName(role) } : {}) }] : [];
}

/** People around the children who are on file, with what they are to them; the children are asked for in the form. */
async function networkOf({ store }: Host, { case: kase, family }: StoredCase, agency: string) {
  const [part, people] = await Promise.all([store.part(kase.id, 'network'), store.people(family.people)]);
  const children = new Set(kase.children.map(({ id }) => id));
  const rows = part?.blocks['network'] ?? [];
  return people
    .filter(({ id }) => !children.has(id))
    .map(({ id, body }) => {
      const row = rows.findLast((one) => one['personId'] === id);
      const role = row ? text(row, 'relationshipToEachChild') : '';
      return { name: shownPerson(id, body).name, agency, ...(role ? { role } : {}) };
    });
}

function rowExpected(row: Record<string, unknown>): ExpectedPerson {
  const [agency, role] = [text(row, 'agency'), text(row, 'role')];
  return { name: text(row, 'name'), ...(agency ? { agency } : {}), ...(role ? { role } : {}) };
}

function text(row: Record<string, unknown>, column: string): string {
  const value = row[column];
  return typeof value === 'string' ? value : '';
}
