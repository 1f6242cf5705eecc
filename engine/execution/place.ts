import { createHash } from 'node:crypto';
import type { OpenItem } from '../contracts/index.ts';
import type { Sheet } from './sheets.ts';

/** The parts of bpmn-elements' saved state that say what can still act. */
export interface SavedState {
  execution?: { processes: { execution?: { children?: SavedActivity[] } }[] };
}

interface SavedActivity {
  id: string;
  status?: string;
  broker?: { queues?: SavedQueue[] };
  execution?: { children?: SavedActivity[] };
}

interface SavedQueue {
  name: string;
  messages?: { fields: { routingKey?: string }; content?: { id?: string } }[];
}

/**
 * A place is what can still act: per activity its status, the flows waiting before it (half-complete joins live
 * there) and messages kept for it. All else in a saved state (execution ids, counters, times) is residue and
 * leaves the key alone. Sixteen hex digits.
 */
export function placeKey(saved: SavedState): string {
  return createHash('sha256')
    .update(JSON.stringify(signature(activitiesOf(saved))))
    .digest('hex')
    .slice(0, 16);
}

type Signature = [id: string, status: string, waiting: string[], kept: string[], inside: Signature[]];

function signature(activities: SavedActivity[]): Signature[] {
  return activities
    .map((activity): Signature => [
      activity.id,
      activity.status ?? '',
      arrived(activity)
        .map(({ routingKey, from }) => `${routingKey}:${from}`)
        .sort(),
      keptMessages(activity),
      signature(activity.execution?.children ?? []),
    ])
    .filter(([, status, waiting]) => status || waiting.length > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

const activitiesOf = (saved: SavedState): SavedActivity[] =>
  saved.execution?.processes.flatMap((process) => process.execution?.children ?? []) ?? [];

function arrived({ broker }: SavedActivity): { routingKey: string; from: string }[] {
  const queue = broker?.queues?.find(({ name }) => name === 'inbound-q');
  return (queue?.messages ?? []).map(({ fields, content }) => ({
    routingKey: fields.routingKey ?? '',
    from: content?.id ?? '',
  }));
}

function keptMessages({ broker }: SavedActivity): string[] {
  return (broker?.queues ?? [])
    .filter(({ name, messages }) => /^(message|signal)-/.test(name) && (messages?.length ?? 0) > 0)
    .map(({ name, messages }) => `${name}:${messages?.length}`)
    .sort();
}

/** What the track waits for, in the order of the drawing. */
export function openItems(saved: SavedState, sheet: Sheet): OpenItem[] {
  const waiting = new Set(
    activitiesOf(saved)
      .filter(({ status }) => status)
      .map(({ id }) => id),
  );
  return Object.values(sheet.items).filter(({ id }) => waiting.has(id));
}

/** Elements before which a second token stands that no open step shows: anything but a join half complete. */
export function hiddenTokens(saved: SavedState, sheet: Sheet): string[] {
  const joins = new Set(sheet.joins);
  return activitiesOf(saved)
    .filter((activity) => {
      const from = arrived(activity).map((one) => one.from);
      return joins.has(activity.id) ? new Set(from).size < from.length : from.length > 0;
    })
    .map(({ id }) => id);
}
