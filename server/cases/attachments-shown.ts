import type { Answers, Form, Version } from '#engine';
import type { Store } from '../store/port.ts';
import { filesInRows, referencesIn } from './references.ts';

/** Files as pages name them, by id. */
export type AttachmentsShown = Record<string, { id: string; name: string; type: string }>;

/** The files that stand in answers and in rows of shared blocks, with the names they were sent under. */
export async function attachmentsShown(
  store: Store,
  shown: {
    case: string;
    version: Version;
    form: Form;
    answers: Answers;
    blocks: Record<string, Record<string, unknown>[]>;
  },
): Promise<AttachmentsShown> {
  const { version, form, answers, blocks } = shown;
  const answered = referencesIn(form, version.blocks, answers).filter((one) => one.kind === 'file');
  const inRows = Object.entries(blocks).flatMap(([id, rows]) =>
    filesInRows(version.blocks.find((block) => block.id === id)?.columns ?? [], rows),
  );
  const found = await store.attachmentFacts([...answered.map((one) => one.id), ...inRows]);
  const own = found.filter((one) => one.case === undefined || one.case === shown.case);
  return Object.fromEntries(own.map(({ id, name, type }) => [id, { id, name, type }]));
}
