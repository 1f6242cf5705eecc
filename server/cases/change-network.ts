import { blockChanged, checkAnswers } from '#engine';
import type { Finding, Form, Version } from '#engine';
import { accountNames, may } from '../access/index.ts';
import type { Person } from '../access/index.ts';
import { replyOf } from '../answers.ts';
import { refuse, refuseAbsent } from '../errors.ts';
import type { Host } from '../host.ts';
import { familiesOf, personThing } from '../people/index.ts';
import { carryOut } from './carry-out.ts';
import { withPeople } from './held.ts';

export interface NetworkChange {
  case: string;
  rows: Record<string, unknown>[];
  /** of the network as it was read */
  revision: number;
  by: Person;
  commandId: string;
}

/** The family's network, edited on its own page: rows are added or change the row of their id. */
export async function changeNetwork(host: Host, change: NetworkChange): Promise<{ revision: number }> {
  const { by, commandId } = change;
  const known = await host.store.answered(change.case, commandId, by.id);
  if (known) return known.reply as { revision: number };
  const stored = await host.store.load(change.case);
  if (!stored) return refuseAbsent();
  await refuseStale(host, change);
  const version = await host.versions.get(stored.case.version);
  const rows = change.rows.map((row, at) => ({ id: `network-${commandId}-${String(at + 1)}`, ...row }));
  const people = rows.flatMap((row: Record<string, unknown>) => row['personId'] ?? []);
  const findings = [
    ...rowFindings(version, change.rows),
    ...(await strangeFindings(host, by, people, new Set(stored.family.people))),
  ];
  if (findings.length > 0) {
    refuse(422, 'not-valid', 'Something about the people around the children needs another look.', {
      findings,
    });
  }
  const carried = await carryOut(host, {
    ...{ case: change.case, by: by.id, commandId },
    decide: (_, kase, act) => blockChanged(version, kase, { block: 'network', rows }, act),
    held: (held) => withPeople(held, people as string[]),
    reply: (after) => ({ revision: after.case.blocks['network'] ?? 0 }),
  });
  return replyOf(carried);
}

async function refuseStale(host: Host, change: NetworkChange): Promise<void> {
  const now = await host.store.part(change.case, 'network');
  if ((now?.revision ?? 0) === change.revision) return;
  const names = await accountNames(host.store, [now?.by]);
  refuse(
    409,
    'conflict',
    'Somebody changed who is around the children meanwhile. Look, then change it again.',
    { changed: { by: names.get(now?.by ?? '') ?? 'Somebody', at: now?.at, revision: now?.revision } },
  );
}

/** The columns of the block say what a row is, as they do in a form that shows it. */
function rowFindings(version: Version, rows: Record<string, unknown>[]): Finding[] {
  const form = networkForm(version);
  return checkAnswers({
    ...{ form, dictionary: version.dictionary, blocks: version.blocks, purpose: 'complete' },
    answers: { answers: { network: rows }, perChild: {} },
    children: [{ id: 'everyone', unborn: false }],
  });
}

const forms = new WeakMap<Version, Form>();

/** The network as a form of one question: what checks answers checks this page too. */
function networkForm(version: Version): Form {
  const known = forms.get(version);
  if (known) return known;
  const label = version.blocks.find((block) => block.id === 'network')?.title ?? 'Network';
  const source = 'the page of the family';
  const form: Form = {
    ...{ id: 'network', title: label, purpose: label, source, schema: {}, facts: [], rules: [] },
    layout: [
      {
        ...{ id: 'network', title: label },
        questions: [
          {
            ...{ id: 'network', type: 'table', label, per: 'family', purpose: label, source },
            ...{ policy: 'ask', block: 'network' },
          },
        ],
      },
    ],
  };
  forms.set(version, form);
  return form;
}

/** People who join the family this way must be on file, and known to whoever adds them. */
async function strangeFindings(
  host: Host,
  by: Person,
  people: unknown[],
  known: Set<string>,
): Promise<Finding[]> {
  const found = await Promise.all(
    people
      .filter((id): id is string => typeof id === 'string' && !known.has(id))
      .map(async (id) => {
        const person = await host.store.person(id);
        const thing = person && personThing(id, await familiesOf(host.store, id));
        return thing !== undefined && may(by, 'find-people', thing).ok;
      }),
  );
  if (found.every(Boolean)) return [];
  const message = 'Somebody in these rows is not on file: look them up, or put them on file first.';
  return [{ check: 'person-unknown', level: 'error', question: 'network', message }];
}
