import type { FormQuestion, PhraseName, Timescale } from '../contracts/index.ts';
import { duePhrases } from '../timescales/due-phrases.ts';

/** How much of a timescale is gone, by what it is counted in. */
export const elapsedPhrases: Record<Timescale['unit'], PhraseName> = {
  'working-days': 'ofWorkingDays',
  'calendar-days': 'ofDays',
  'calendar-months': 'ofMonths',
  hours: 'ofHours',
};

/** What a computed question can say by itself, whatever it is of: what a translation has to give. */
export function phrasesOf({ compute }: Pick<FormQuestion, 'compute'>): PhraseName[] {
  switch (compute?.split(':')[0]) {
    case 'age':
      return ['years', 'months', 'weeks', 'unborn'];
    case 'elapsed':
      return Object.values(elapsedPhrases);
    case 'due':
      return duePhrases();
    default:
      return [];
  }
}
