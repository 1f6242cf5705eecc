import type { TemplateResult } from 'lit';
import { subNavigation } from '../../elements/tabs/sub-navigation.ts';
import { draft as words } from '../../words-group/draft.ts';
import { addressOf, type View } from './place.ts';

/** Links to the parts of a draft; three of them are pages of their own. */
export function draftTabs(draft: string, current: View, errors: number): TemplateResult {
  const id = encodeURIComponent(draft);
  const part = (view: View, count?: number) => ({
    ...{ href: addressOf(draft, view), text: words.tabs[view], current: view === current },
    count,
  });
  const page = (tab: 'duplicates' | 'rehearsal' | 'publish', href: string) => ({
    ...{ href, text: words.tabs[tab], current: false },
  });
  return subNavigation(words.tabs.label, [
    ...(['drawing', 'outline', 'forms', 'outputs', 'dictionary'] as const).map((view) => part(view)),
    page('duplicates', `/pathway/duplicates?draft=${id}`),
    part('checks', errors > 0 ? errors : undefined),
    part('comparison'),
    page('rehearsal', `/pathway/rehearsals/new?draft=${id}`),
    page('publish', `/pathway/drafts/${id}/publish`),
    part('saves'),
  ]);
}
