import { authorityOf, chanceFor, makeFamily } from '../../server/demo/index.ts';
import { factsOf } from '../../server/demo/caseload-of.ts';
import { storeFamily } from '../../server/demo/store-family.ts';
import type { Commit, Store } from '../../server/store/index.ts';
import { demonstrationStore } from '../support/demonstration-store.ts';
import { publishedVersions } from '../support/shipped-version.ts';

const to = '2026-09-01T12:00:00.000Z';
const clock = { now: () => to };

/** What the server stored for a family whose case has grown to about so many bytes: commands in order. */
export async function commitsAround(bytes: number): Promise<Commit[]> {
  const { store, remove } = demonstrationStore();
  try {
    const seen: Commit[] = [];
    const watched: Store = {
      ...store,
      commit: (commit) => {
        seen.push(structuredClone(commit));
        return store.commit(commit);
      },
    };
    const versions = await publishedVersions(store, clock);
    const chance = chanceFor(1, 'stores');
    await storeFamily(
      {
        ...{ host: { store: watched, clock, versions }, chance, until: to },
        authority: authorityOf(factsOf('large').staff),
        stuck: () => undefined,
      },
      {
        family: makeFamily(chance, 'pattern-of-bench', '2024-09-02', 1),
        referred: '2024-09-02T09:30:00.000Z',
        steer: {
          contactOutcome: ['referral'],
          referralOutcome: ['strategy-discussion'],
          strategyDecision: ['section-47-joint'],
          enquiryOutcome: ['initial-conference'],
          conferenceDecision: ['protection-plan'],
          reviewDecision: ['continue-same'],
        },
      },
    );
    const near = seen.filter(({ case: kase }) => Math.abs(sizeOf(kase) - bytes) < bytes / 5);
    if (near.length < 10) throw new Error(`no case grew to ${String(bytes)} bytes`);
    return near;
  } finally {
    await remove();
  }
}

export const sizeOf = (thing: unknown): number => Buffer.byteLength(JSON.stringify(thing));

/** The same commands for another family: the family's own id begins every id of it. */
export function copyFor(commits: Commit[], id: string): Commit[] {
  const own = commits[0]?.case.id ?? '';
  const copied = JSON.parse(JSON.stringify(commits).replaceAll(own, id)) as Commit[];
  // living documents and what was kept before the first of these are not there
  return copied.map(({ parts: _parts, people: _people, drafts: _drafts, ...commit }, at) => ({
    ...commit,
    ...{ expecting: at, commandId: `${id}-${String(at)}` },
    history: commit.history.map((entry) => ({ ...entry, id: `${entry.id}-${id}` })),
  }));
}
