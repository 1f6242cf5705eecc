import { nothing, type TemplateResult } from 'lit';
import { mayBegin } from '../../contexts/session.ts';
import { subNavigation } from '../../elements/tabs/sub-navigation.ts';
import { audit } from '../../words-office/audit.ts';

const tabs = [
  { tab: 'audit', href: '/audit', may: 'read-audit' },
  { tab: 'retention', href: '/retention', may: 'see-retention' },
] as const;

/** Links between the pages about records, for those the person may open. */
export function officeTabs(current: (typeof tabs)[number]['tab']): TemplateResult | typeof nothing {
  const open = tabs.filter(({ may }) => mayBegin(may));
  if (open.length < 2) return nothing;
  return subNavigation(
    audit.tabs.label,
    open.map(({ tab, href }) => ({ href, text: audit.tabs[tab], current: tab === current })),
  );
}
