import type { Moment } from '#engine';
import { refuseAbsent } from '../errors.ts';
import type { Services } from '../services.ts';
import type { StoredDocument } from '../store/port.ts';

export const kinds = ['harder', 'easier', 'duplicate', 'wording', 'barrier', 'supports'] as const;
export const decisions = ['done', 'will-do', 'not-now'] as const;

/** “This could be better”: what somebody at work said of a form or a question, and what the group answered. */
export interface Improvement {
  id: string;
  form: string;
  question?: string;
  /** what form and question were called when it was said */
  formTitle: string;
  label?: string;
  /** the version that was in use then */
  version: string;
  step?: string;
  kind: (typeof kinds)[number];
  /** duplicate of what */
  about?: { form: string; question?: string };
  text: string;
  by: string;
  at: Moment;
  answer?: Answer;
}

export interface Answer {
  text: string;
  decision: (typeof decisions)[number];
  by: string;
  at: Moment;
  draft?: string;
  /** whoever asked has read it */
  seen?: true;
}

/** A note of the group on a form of a draft; or, with `finding`, who answers for taking out what the law needs. */
export interface Note {
  id: string;
  draft: string;
  form: string;
  question?: string;
  /** id of the question the group asks itself */
  prompt?: string;
  text: string;
  by: string;
  at: Moment;
  authorises?: { finding: string; by: string };
  settled?: { by: string; at: Moment };
}

export async function storedImprovement(
  services: Services,
  id: string,
): Promise<StoredDocument<Improvement>> {
  return (await services.store.document<Improvement>('improvement', id)) ?? refuseAbsent();
}
