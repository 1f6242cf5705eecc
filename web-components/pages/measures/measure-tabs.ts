import type { TemplateResult } from 'lit';
import type { MeasuresAsked } from '../../api-office/measures.ts';
import { subNavigation } from '../../elements/tabs/sub-navigation.ts';
import { practice as words } from '../../words-office/measures.ts';
import { addressOf } from './asked.ts';

const places = { measures: '/measures', practice: '/practice' } as const;

/** From the measures to practice and back; the period goes along. */
export function measureTabs(current: keyof typeof places, asked: MeasuresAsked): TemplateResult {
  return subNavigation(
    words.tabs.label,
    (Object.keys(places) as (keyof typeof places)[]).map((place) => ({
      href: addressOf(places[place], asked),
      text: words.tabs[place],
      current: place === current,
    })),
  );
}
