import type { Store } from '../store/port.ts';
import shipped from './reasons.json' with { type: 'json' };

/** For which reasons, and for how many hours: the authority's own, or as shipped. */
export interface GlassSetting {
  hours: number;
  reasons: { code: string; says: string }[];
}

/** What the authority decided about breaking the glass. */
export async function glassSetting(store: Store): Promise<GlassSetting> {
  return (await store.document<GlassSetting>('setting', 'break-glass'))?.body ?? shipped;
}
