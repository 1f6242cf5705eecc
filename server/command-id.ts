import { hash } from 'node:crypto';

/**
 * The id of a thing that a command makes, taken from the command: a repeat of the command names the same thing,
 * and so makes no second one.
 */
export function idFromCommand(kind: string, actor: string, commandId: string): string {
  return `${kind}-${hash('sha256', JSON.stringify([kind, actor, commandId]), 'hex').slice(0, 24)}`;
}
