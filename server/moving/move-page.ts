import { accountNames, familyThing, may } from '../access/index.ts';
import type { Person } from '../access/index.ts';
import { refuseAbsent, RefusedRequest } from '../errors.ts';
import type { Host } from '../host.ts';
import { countByVersion } from './cases-on.ts';
import { allMoves, storedMove } from './move.ts';
import type { MoveBody, MovedCase } from './move.ts';
import { countMoved, movedCases } from './moved-cases.ts';
import { sayPlan } from './say-plan.ts';
import { sealOf } from './try-move.ts';
import { endsOf } from './versions-of-move.ts';

/** Most families that one answer names. */
const most = 200;

/** Every move, and what a further one may begin from. */
export async function movesPage(host: Host) {
  const [moves, versions, counts] = await Promise.all([
    allMoves(host),
    host.versions.list(),
    countByVersion(host),
  ]);
  const name = await nameOfVersion(host);
  const names = await accountNames(
    host.store,
    moves.map(({ by }) => by),
  );
  return {
    moves: moves.map((move) => ({
      ...{ id: move.id, state: move.state, at: move.at, counts: move.counts },
      ...{ from: name(move.from), to: name(move.to, move.draft), by: names.get(move.by) ?? gone },
    })),
    versions: versions.map(({ id, name: called, current }) => ({
      ...{ id, name: called, current, cases: counts.get(id) ?? 0 },
    })),
  };
}

const gone = 'Somebody who left';

async function nameOfVersion(host: Host) {
  const rows = new Map((await host.versions.list()).map((row) => [row.id, row]));
  return (id: string, draft?: string) => {
    const row = rows.get(id);
    const name = row?.name ?? (draft === undefined ? id.slice(0, 8) : 'The draft, once it is published');
    return { id, name, ...(row?.effective === undefined ? {} : { effective: row.effective }) };
  };
}

/** A move with its plan in words, how it went when tried, and what became of every case. */
export async function movePage(host: Host, person: Person, id: string) {
  const { body: move } = await storedMove(host, id);
  const name = await nameOfVersion(host);
  const results = await movedCases(host, id);
  const said = await planSaid(host, move);
  const names = await accountNames(host.store, [move.by, move.signed?.by, move.trial?.by]);
  const by = (account: string): string => names.get(account) ?? gone;
  return {
    ...{ id, state: move.state, revision: move.revision, plan: move.plan },
    ...{ from: name(move.from), to: name(move.to, move.draft), by: by(move.by), at: move.at },
    ...(move.draft === undefined ? {} : { draft: move.draft }),
    ...(move.team === undefined ? {} : { team: move.team }),
    ...said,
    ...(move.trial ? { trial: await trialSaid(host, person, move, by) } : {}),
    ...(move.signed
      ? { signed: { by: by(move.signed.by), at: move.signed.at, hash: move.signed.hash } }
      : {}),
    counts: countMoved(results),
    cases: await casesSaid(host, person, results),
  };
}

/** The plan in words; of a draft that has changed since, only that it has. */
async function planSaid(host: Host, move: MoveBody) {
  try {
    const { from, to, published } = await endsOf(host, move);
    const { signed: _, ...rest } = move;
    return { published, stale: false, ...sayPlan(move.signed ?? rest.plan, from, to) };
  } catch (fault) {
    if (!(fault instanceof RefusedRequest)) throw fault;
    return { published: false, stale: true, mapped: [], decide: [], targets: [], findings: [] };
  }
}

async function trialSaid(host: Host, person: Person, { trial, plan }: MoveBody, by: (id: string) => string) {
  if (!trial) return refuseAbsent();
  const { needAPerson, plan: tried, by: who, ...rest } = trial;
  const shown = needAPerson.slice(0, most);
  return {
    ...rest,
    ...{ by: by(who), ofThisPlan: tried === sealOf(plan), needsMore: needAPerson.length },
    needAPerson: await Promise.all(
      shown.map(async ({ case: caseId, troubles }) => ({
        ...{ case: caseId, ...(await named(host, person, caseId)) },
        troubles,
      })),
    ),
  };
}

async function casesSaid(host: Host, person: Person, results: MovedCase[]) {
  // what wants somebody stands first
  const order = ['failed', 'needs-a-person', 'refused', 'reverted', 'moved'];
  const sorted = results.toSorted(
    (a, b) => order.indexOf(a.result) - order.indexOf(b.result) || b.at.localeCompare(a.at),
  );
  return Promise.all(
    sorted.slice(0, most).map(async ({ case: caseId, result, at, message, findings }) => ({
      ...{ case: caseId, ...(await named(host, person, caseId)), result, at },
      ...(message === undefined ? {} : { message }),
      findings: (findings ?? []).map((one) => one.message),
    })),
  );
}

/** A family is named to whoever may read it, children too; to others it is a number. */
async function named(host: Host, person: Person, id: string) {
  const family = await host.store.family(id);
  if (!family || !may(person, 'read-family', familyThing(family)).ok) return { readable: false };
  const children = family.children.map((child) => ({ id: child.id, name: child.name }));
  return { readable: true, name: family.name, children };
}
