import type { Finding, Version } from '#engine';
import { draftFiles, draftVersion, readFiles } from '../drafts/index.ts';
import type { DraftBody } from '../drafts/index.ts';
import { tryExamples } from '../examples/index.ts';
import type { Tried } from '../examples/index.ts';
import type { Host } from '../host.ts';
import { authorisedIn } from '../improvements/index.ts';
import { outputsFit } from '../outputs/index.ts';
import { groundOf } from '../pathways/index.ts';
import { lookAt } from './looked-at.ts';
import type { LookedAt } from './looked-at.ts';
import type { Authorised } from './publication.ts';

/** Everything that is known of a draft before it is published. */
export interface TriedDraft extends LookedAt {
  draft: DraftBody;
  version: Version;
  files: Record<string, string>;
  /** undefined while they are still being played */
  examples: Tried[] | undefined;
  /** documents that are refused or cost too much for the largest family; undefined while they are being made */
  papers: Finding[] | undefined;
  exampleTexts: Record<string, string>;
  before: { id: string; name: string };
}

/** How long a page waits for worked cases to be played before it is told that they are. */
const PATIENCE = 250;

/** Checks a draft as for publishing. `patient`: waits until its worked cases have been played. */
export async function tryDraft(
  host: Host,
  id: string,
  said: Authorised[],
  { patient, team }: { patient: boolean; team?: string },
): Promise<TriedDraft> {
  const { draft, version } = await draftVersion(host, id);
  const all = await draftFiles(host, id);
  const [{ statutory }, noted, now] = await Promise.all([
    groundOf(),
    authorisedIn(host, id),
    host.versions.current(team),
  ]);
  const files = Object.fromEntries(Object.entries(all).filter(([path]) => !isExample(path)));
  const { findings: read } = await readFiles(files);
  const looking = { version, read, now, statutory, authorised: [...noted, ...said], at: host.clock.now() };
  const exampleTexts = { ...(await exampleTextsOf(host, draft.base)), ...changedExamples(all) };
  const playing = playable(version)
    ? tryExamples({ files, tables: version.tables, examples: exampleTexts })
    : [];
  const papers = outputsFit(version, now);
  // whoever asks again is told; nobody waits for this one
  papers.catch(() => undefined);
  const soon = <T>(making: Promise<T> | T): Promise<T | undefined> | T =>
    patient ? making : Promise.race([making, later(PATIENCE)]);
  return {
    ...{ draft, version, files, exampleTexts, ...lookAt(looking) },
    before: { id: now.id, name: await nameOf(host, now.id) },
    examples: await soon(playing),
    papers: await soon(papers),
  };
}

const playable = ({ tables }: Version): boolean => tables.engine !== '';

const isExample = (path: string): boolean => path.startsWith('examples/');

/** Worked cases that the draft changes on purpose stand in its files. */
function changedExamples(files: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).filter(([path]) => isExample(path)));
}

async function exampleTextsOf(host: Host, base: string): Promise<Record<string, string>> {
  return (await host.versions.texts(base))?.examples ?? {};
}

const later = (milliseconds: number): Promise<undefined> =>
  new Promise((resolve) => void setTimeout(() => resolve(undefined), milliseconds));

async function nameOf(host: Host, id: string): Promise<string> {
  return (await host.versions.list()).find((row) => row.id === id)?.name ?? id.slice(0, 8);
}
