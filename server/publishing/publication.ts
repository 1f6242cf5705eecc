import type { Change, Day, Moment } from '#engine';
import { refuseAbsent, refuseWrite } from '../errors.ts';
import type { Host } from '../host.ts';
import { allDocuments } from '../store/port.ts';

/** What the law asks for and a draft leaves out: who answers for it, and why. */
export interface Authorised {
  /** `statutory-steps:<fact>`, `statutory-timescales:<name>`, `statutory-questions:<term>` */
  finding: string;
  by: string;
  because: string;
}

/** A worked case that does not hold any more, on purpose. */
export interface Excused {
  id: string;
  because: string;
}

/** What somebody proposes to publish. */
export interface Proposing {
  effective: Day;
  /** for one team first; absent: for everyone */
  team?: string;
  /** for the people who will work with it */
  note: string;
  why: string;
  /** who asked for it: roles or names, as the group wants it known */
  asked: string[];
  authorised: Authorised[];
  examples: Excused[];
  /** the plan by which open cases follow; null: they stay on the version they are on */
  move: { id: string } | null;
}

/** A proposal, what became of it, and so an entry of the change log: written once for each, never changed afterwards. */
export interface PublicationBody extends Proposing {
  id: string;
  draft: string;
  title: string;
  /** the save of the draft that was proposed, and the version it is */
  save: number;
  version: string;
  /** what new cases started on before, with which it is compared */
  before: { id: string; name: string };
  state: 'proposed' | 'published' | 'refused';
  proposed: { by: string; at: Moment };
  approved?: { by: string; at: Moment };
  refused?: { by: string; at: Moment; because: string };
  changes: Change[];
  /** worked cases that hold on it, and those that were let go, with the reason */
  holds: number;
  /** looked at again after 4, 8 and 12 weeks */
  reviews: Day[];
}

export async function storedPublication(host: Host, id: string) {
  return (await host.store.document<PublicationBody>('publication', id)) ?? refuseAbsent();
}

/** Every proposal and publication, the latest first. */
export async function allPublications(host: Host): Promise<PublicationBody[]> {
  const found = await allDocuments<PublicationBody>(host.store, { kind: 'publication' });
  return found
    .map(({ body }) => body)
    .sort((a, b) => lastAt(b).localeCompare(lastAt(a)) || a.id.localeCompare(b.id));
}

/** When the last was done with it. */
export function lastAt({ proposed, approved, refused }: PublicationBody): Moment {
  return approved?.at ?? refused?.at ?? proposed.at;
}

/** The proposal of a draft that nobody has decided on yet. */
export async function openProposal(host: Host, draft: string): Promise<PublicationBody | undefined> {
  return (await allPublications(host)).find((one) => one.draft === draft && one.state === 'proposed');
}

/** Writes what was decided on a proposal; once it is decided, it stays as it is. */
export async function decidePublication(
  host: Host,
  id: string,
  decision: Pick<PublicationBody, 'state'> & Partial<PublicationBody>,
): Promise<PublicationBody> {
  const { body, revision } = await storedPublication(host, id);
  if (body.state !== 'proposed') return body;
  const decided = { ...body, ...decision };
  const change = { kind: 'pathway' as const };
  const put = await host.store.put({ kind: 'publication', id, body: decided, expecting: revision, change });
  return put.ok ? decided : refuseWrite(put);
}
