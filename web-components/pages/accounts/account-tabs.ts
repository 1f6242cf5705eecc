import type { TemplateResult } from 'lit';
import { subNavigation } from '../../elements/tabs/sub-navigation.ts';
import { accounts } from '../../words-office/accounts.ts';

const tabs = [
  { tab: 'people', href: '/accounts' },
  { tab: 'teams', href: '/accounts/teams' },
  { tab: 'table', href: '/accounts/table' },
  { tab: 'roles', href: '/roles' },
] as const;

/** Links between the pages of accounts. */
export function accountTabs(current: (typeof tabs)[number]['tab']): TemplateResult {
  return subNavigation(
    accounts.tabs.label,
    tabs.map(({ tab, href }) => ({ href, text: accounts.tabs[tab], current: tab === current })),
  );
}
