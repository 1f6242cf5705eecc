import type { Day, Moment } from '#engine';
import type { Store, StoredDocument } from '../store/port.ts';

/** What is proposed to be let go of, and what became of it. Ids and rules only: it outlasts the family. */
export interface Proposal {
  kind: 'proposal';
  id: string;
  case: string;
  /** only what is these children's alone; absent: the whole family */
  children?: string[];
  people: string[];
  /** the case as it stood: work done since ends the proposal */
  revision: number;
  rules: { child: string; rule: string; name: string; until: Day }[];
  by: string;
  at: Moment;
  state: 'proposed' | 'refused' | 'done';
  decided?: { by: string; at: Moment; why?: string };
}

/** What stays for ever: that something was let go of, by whom, under which rule, and by which hash it was known. */
export interface Certificate {
  reference: string;
  whole: boolean;
  children: number;
  rules: { rule: string; name: string; until: Day }[];
  proposed: { by: string; at: Moment };
  approved: { by: string; at: Moment };
  /** head of the family's history: over what was stored, enciphered, so nobody can guess back from it */
  head?: { seq: number; hash: string };
}

/** The certificate as the store kept it, with what the store did. */
export interface KeptDisposal {
  case: string;
  certificate: Certificate;
  by: string[];
  at: Moment;
  keys: string[];
  removed: Record<string, number>;
}

const ownerOfProposals = 'proposal';

/** The id of the command by which a proposal is carried out, and so of its certificate. */
export const commandOf = (proposal: string): string => `dispose-${proposal}`;

export async function proposalOf(store: Store, id: string): Promise<StoredDocument<Proposal> | undefined> {
  const found = await store.document<Proposal>('disposal', id);
  return found?.body.kind === 'proposal' ? found : undefined;
}

export function putProposal(store: Store, body: Proposal, expecting: number) {
  return store.put({
    ...{ kind: 'disposal', id: body.id, owner: ownerOfProposals, about: body.case, body, expecting },
  });
}

/** Every proposal, the latest first. */
export async function allProposals(store: Store): Promise<StoredDocument<Proposal>[]> {
  const found: StoredDocument<Proposal>[] = [];
  let after: string | undefined;
  do {
    const page = await store.list(
      'documents',
      { kind: 'disposal', owner: ownerOfProposals },
      { limit: 500, ...(after ? { after } : {}) },
    );
    found.push(...(page.rows as StoredDocument<Proposal>[]));
    after = page.next;
  } while (after);
  return found.sort((one, other) => other.body.at.localeCompare(one.body.at));
}

export async function certificateOf(store: Store, proposal: string): Promise<KeptDisposal | undefined> {
  return (await store.document<KeptDisposal>('disposal', commandOf(proposal)))?.body;
}
