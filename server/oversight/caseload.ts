import { dayOf } from '#engine';
import type { Stay } from '#engine';
import { allAccounts, allTeams, rightsHere, teamsInReach } from '../access/index.ts';
import type { Account, Person } from '../access/index.ts';
import type { Host } from '../host.ts';
import stored from '../../processes/child-protection/caseload-weights.json' with { type: 'json' };
import { stagesOf, staysOn, told } from './board-then.ts';
import { columnsFor } from './columns.ts';
import type { Columns } from './columns.ts';
import { tellTo } from './told.ts';
import type { Tell } from './told.ts';

const weights = new Map(stored.weights.map(({ stage, weight }) => [stage, weight]));

/** Who holds how much: families, children, and their weight by the stages they are in; and what nobody holds yet. */
export async function caseload(host: Host, person: Person, asked: { team?: string }) {
  const today = dayOf(host.clock.now());
  const [stays, holders, teams] = await Promise.all([
    staysOn(host, person, today, asked),
    holdersFor(host, person, asked.team),
    allTeams(host.store),
  ]);
  const columns = await columnsFor(host, stagesOf(stays), stays);
  const tell = tellTo(person);
  const byWorker = Map.groupBy(stays, (stay) => holderOf(stay)?.worker ?? '');
  const free = byWorker.get('') ?? [];
  byWorker.delete('');
  const teamNamed = (id: string | undefined) => {
    const team = teams.find((one) => one.id === id);
    return team ? { team: { id: team.id, name: team.name } } : {};
  };
  const people = [...new Set([...holders.keys(), ...byWorker.keys()])];
  const workers = people.map((id) => {
    const own = byWorker.get(id) ?? [];
    const account = holders.get(id);
    return {
      ...{ worker: { id, name: account?.displayName ?? 'Somebody who left' } },
      ...teamNamed(account?.team ?? holderOf(own[0])?.team),
      ...loadOf(columns, own, tell),
    };
  });
  return {
    ...{ on: today, weights: weightsShown(columns) },
    workers: workers.sort((a, b) => (b.weight ?? 0) - (a.weight ?? 0) || byName(a, b)),
    unallocated: loadOf(columns, free, tell),
  };
}

const byName = (a: { worker: { name: string } }, b: { worker: { name: string } }): number =>
  a.worker.name.localeCompare(b.worker.name);

const holderOf = (stay: Stay | undefined) => stay?.journey.held.at(-1);

/** Whoever may hold families in the teams within reach: also who holds none is to be seen. */
async function holdersFor(
  host: Host,
  person: Person,
  team: string | undefined,
): Promise<Map<string, Account>> {
  const reach = teamsInReach(person, 'see-stages');
  const [accounts, rights] = await Promise.all([allAccounts(host.store), rightsHere(host.store)]);
  const able = accounts.filter(
    (one) =>
      !one.disabled &&
      (reach === 'all' || reach.includes(one.team ?? '')) &&
      (team === undefined || one.team === team) &&
      one.roles.some((role) => rights.get(role)?.holdsFamilies === true),
  );
  return new Map(able.map((one) => [one.id, one]));
}

function loadOf(columns: Columns, stays: Stay[], tell: Tell) {
  const families = tell(new Set(stays.map(({ journey }) => journey.case)).size);
  const children = tell(stays.length);
  const exact = stays.reduce((sum, { stage }) => sum + weightOf(columns, stage), 0);
  // the exact weight would tell the number that is not told
  const weight = tell(Math.round(exact * 100) / 100);
  return {
    ...told({ families, children }),
    ...(children === undefined || weight === undefined ? {} : { weight }),
  };
}

const weightOf = (columns: Columns, stage: string): number =>
  weights.get(columns.of(stage).id) ?? stored.otherwise;

function weightsShown({ drawn }: Columns) {
  const stages = drawn.map(({ id, name }) => ({ id, name, weight: weights.get(id) ?? stored.otherwise }));
  return { source: stored.source, says: stored.says, stages };
}
