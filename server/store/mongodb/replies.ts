import { familyKeyId } from '../keys.ts';
import { openTextWith } from '../sealing.ts';
import type { CommandDocument } from './collections.ts';
import type { Scope } from './scope.ts';

/** What a command was answered; undefined when it was let go of. */
export async function replyOf(scope: Scope, told: CommandDocument): Promise<{ reply: unknown } | undefined> {
  const keyId = familyKeyId(told.case);
  const key = (await scope.keys.of([keyId])).get(keyId);
  const text = openTextWith('command', `${told.case}/${told.id}`, told.reply, key);
  return text === undefined ? undefined : { reply: JSON.parse(text) as unknown };
}
