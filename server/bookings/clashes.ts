import type { Day } from '#engine';
import type { FamilyRow, Store, StoredDocument } from '../store/port.ts';
import type { Booked } from './keep-booked.ts';

/** Something else on the same day: for whom, and when. Whose family it is about is not said. */
export interface Clash {
  whose: 'chair' | 'worker' | 'family';
  time?: string;
}

const most = 500;

/** What else is booked on a day for those whom a meeting of this family needs. */
export async function clashesOn(
  store: Store,
  family: Pick<FamilyRow, 'id' | 'worker'>,
  asked: { on: Day; chair?: string; task: string },
): Promise<Clash[]> {
  const { rows } = await store.list('documents', { kind: 'booking', owner: asked.on }, { limit: most });
  return (rows as StoredDocument<Booked>[])
    .filter(({ body }) => body.task !== asked.task)
    .flatMap(({ body }) => {
      const found = whose(body, family, asked.chair);
      return found.map((one) => ({ whose: one, ...(body.time ? { time: body.time } : {}) }));
    });
}

function whose(
  booked: Booked,
  { id, worker }: Pick<FamilyRow, 'id' | 'worker'>,
  chair = '',
): Clash['whose'][] {
  if (booked.case === id) return ['family'];
  return [
    ...(plainly(chair) !== '' && plainly(booked.chair) === plainly(chair) ? (['chair'] as const) : []),
    ...(worker !== undefined && booked.worker === worker ? (['worker'] as const) : []),
  ];
}

const plainly = (name = ''): string => name.trim().replaceAll(/\s+/g, ' ').toLowerCase();
