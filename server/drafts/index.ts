import type { FastifyInstance } from 'fastify';
import type { Host } from '../host.ts';
import { draftRoutes } from './draft-routes.ts';
import { editRoutes } from './edit-routes.ts';
import { versionRoutes } from './version-routes.ts';

export { closeDraft } from './close-draft.ts';
export { changeDraft } from './draft.ts';
export type { DraftBody, DraftState, Save } from './draft.ts';
export { draftFiles, draftVersion, openDraft, savedVersion } from './open-draft.ts';
export type { OpenDraft } from './open-draft.ts';
export { readAgain, readFiles } from './read-files.ts';
export { filesOfVersion } from './version-files.ts';

/** Drafts of the pathway, and its published versions, over HTTP. */
export function pathwayRoutes(app: FastifyInstance, host: Host): void {
  draftRoutes(app, host);
  editRoutes(app, host);
  versionRoutes(app, host);
}
