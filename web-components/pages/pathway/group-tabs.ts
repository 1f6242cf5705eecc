import type { TemplateResult } from 'lit';
import { mayBegin } from '../../contexts/session.ts';
import { subNavigation } from '../../elements/tabs/sub-navigation.ts';
import { pathway as words } from '../../words-group/pathway.ts';

export type GroupTab = Exclude<keyof typeof words.tabs, 'label'>;

const tabs: { tab: GroupTab; href: string; may?: string }[] = [
  { tab: 'now', href: '/pathway' },
  { tab: 'drafts', href: '/pathway?view=drafts', may: 'redraw-pathway' },
  { tab: 'versions', href: '/pathway?view=versions' },
  { tab: 'duplicates', href: '/pathway/duplicates' },
  { tab: 'changes', href: '/pathway/changes' },
  { tab: 'moves', href: '/pathway/moves', may: 'move-cases' },
];

/** Links between the pages of the pathway and its changes, for those the person may open. */
export function groupTabs(current: GroupTab): TemplateResult {
  return subNavigation(
    words.tabs.label,
    tabs
      .filter(({ may }) => may === undefined || mayBegin(may))
      .map(({ tab, href }) => ({ href, text: words.tabs[tab], current: tab === current })),
  );
}
