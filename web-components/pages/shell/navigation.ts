import { html, nothing, type TemplateResult } from 'lit';
import { mayBegin } from '../../contexts/session.ts';
import type { Route } from '../../controllers/route.ts';
import { shell } from '../../words/shell.ts';
import { home } from './home.ts';

/** The parts of the service that this person may open; the one that is open says so. */
export function navigation(route: Route | undefined): TemplateResult {
  const links = [
    { name: 'today', href: '/today', text: shell.nav.today },
    { name: 'work', href: '/work', text: shell.nav.work },
    { name: 'oversight', href: '/oversight', text: shell.nav.oversight, may: 'oversee' },
    { name: 'stages', href: '/stages', text: shell.nav.stages, may: 'see-stages' },
    { name: 'measures', href: '/measures', text: shell.nav.measures, may: 'see-stages' },
    { name: 'invited', href: '/invited', text: shell.nav.invited, may: 'read-shared' },
    { name: 'families', href: '/families', text: shell.nav.families, may: 'find-families' },
    { name: 'contact', href: '/contact/new', text: shell.nav.contact, may: 'record-contact' },
    { name: 'pathway', href: '/pathway', text: shell.nav.pathway, may: 'change-pathway' },
    { name: 'accounts', href: '/accounts', text: shell.nav.accounts, may: 'manage-accounts' },
    { name: 'operations', href: '/operations', text: shell.nav.operations, may: 'see-operations' },
    { name: 'audit', href: '/audit', text: shell.nav.audit, may: 'read-audit' },
  ];
  return html`
    <nav class="tl-nav" aria-label=${shell.nav.label}>
      <ul class="govuk-width-container tl-nav__list">
        ${links
          .filter(({ name, may, href }) =>
            may
              ? mayBegin(may) && (may !== 'read-shared' || home() === href)
              : home() === href || (name === 'today' && mayBegin('list-work')),
          )
          .map(
            ({ name, href, text }) =>
              html`<li class="tl-nav__item">
                <a
                  class="tl-nav__link"
                  href=${href}
                  aria-current=${route?.name === name ? 'page' : route?.path.startsWith(`${href}/`) ? 'true' : nothing}
                  >${text}</a
                >
              </li>`,
          )}
      </ul>
    </nav>
  `;
}
