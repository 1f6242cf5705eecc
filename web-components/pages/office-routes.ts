import type { RouteEntry } from './route-entry.ts';

/** Pages of administrators, auditors and managers, and those by which somebody first comes in. */
export const officeRoutes: RouteEntry[] = [
  {
    name: 'first-administrator',
    pattern: '/first-administrator',
    tag: 'tl-first-administrator-page',
    load: () => import('./first-administrator/first-administrator-page.ts'),
    open: true,
  },
  {
    name: 'confirmed',
    pattern: '/confirmed',
    tag: 'tl-confirmed-page',
    load: () => import('./confirm/confirmed-page.ts'),
    open: true,
  },
  {
    name: 'new-password',
    pattern: '/new-password',
    tag: 'tl-new-password-page',
    load: () => import('./new-password/new-password-page.ts'),
    open: true,
  },
  {
    name: 'accounts',
    pattern: '/accounts',
    tag: 'tl-accounts-page',
    load: () => import('./accounts/accounts-page.ts'),
  },
  {
    name: 'account-import',
    pattern: '/accounts/table',
    tag: 'tl-account-import-page',
    load: () => import('./accounts/import-page.ts'),
  },
  {
    name: 'teams',
    pattern: '/accounts/teams',
    tag: 'tl-teams-page',
    load: () => import('./accounts/teams-page.ts'),
  },
  {
    name: 'account',
    pattern: '/accounts/:id',
    tag: 'tl-account-page',
    load: () => import('./accounts/account-page.ts'),
  },
  {
    name: 'accessibility',
    pattern: '/accessibility',
    tag: 'tl-accessibility-page',
    load: () => import('./accessibility/accessibility-page.ts'),
    open: true,
  },
  {
    name: 'operations',
    pattern: '/operations',
    tag: 'tl-operations-page',
    load: () => import('./operations/operations-page.ts'),
  },
  { name: 'audit', pattern: '/audit', tag: 'tl-audit-page', load: () => import('./audit/audit-page.ts') },
  {
    name: 'audit-mine',
    pattern: '/audit/mine',
    tag: 'tl-trail-page',
    load: () => import('./audit/trail-page.ts'),
  },
  {
    name: 'audit-family',
    pattern: '/audit/families/:id',
    tag: 'tl-trail-page',
    load: () => import('./audit/trail-page.ts'),
  },
  {
    name: 'audit-person',
    pattern: '/audit/people/:id',
    tag: 'tl-trail-page',
    load: () => import('./audit/trail-page.ts'),
  },
  {
    name: 'retention',
    pattern: '/retention',
    tag: 'tl-retention-page',
    load: () => import('./retention/retention-page.ts'),
  },
  {
    name: 'family-retention',
    pattern: '/families/:id/retention',
    tag: 'tl-family-retention-page',
    load: () => import('./retention/family-retention-page.ts'),
  },
  {
    name: 'disclosures',
    pattern: '/families/:id/disclosure',
    tag: 'tl-disclosures-page',
    load: () => import('./disclosure/disclosures-page.ts'),
  },
  {
    name: 'disclosure',
    pattern: '/families/:id/disclosure/:disclosure',
    tag: 'tl-disclosure-page',
    load: () => import('./disclosure/disclosure-page.ts'),
  },
];
