import type { Store } from '../store/port.ts';
import shipped from './reasons.json' with { type: 'json' };

/** For which reasons, for how many hours and how often: the authority's own, or as shipped. */
export interface GlassSetting {
  hours: number;
  /** families that one account opens in a day */
  mostInADay: number;
  reasons: { code: string; says: string }[];
}

/** What the authority decided about breaking the glass. */
export async function glassSetting(store: Store): Promise<GlassSetting> {
  const own = await store.document<Partial<GlassSetting>>('setting', 'break-glass');
  return { ...shipped, ...own?.body };
}
