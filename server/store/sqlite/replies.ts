import { familyKeyId } from '../keys.ts';
import { openTextWith } from '../sealing.ts';
import type { Scope } from './scope.ts';

/** A reply as it was given; what was let go of answers nothing. */
export function openReply(scope: Scope, caseId: string, command: string, reply: string): unknown {
  const id = familyKeyId(caseId);
  const text = openTextWith('command', `${caseId}/${command}`, reply, scope.keys.states([id])(id));
  return text === undefined ? null : (JSON.parse(text) as unknown);
}
