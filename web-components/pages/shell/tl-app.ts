import { html, nothing, type TemplateResult } from 'lit';
import { closeLive } from '../../api/live.ts';
import { whenSignedOut, whenUnconfirmed } from '../../api/request.ts';
import { tellPrinted } from '../../api/records.ts';
import { signOut } from '../../api/session.ts';
import { announceThrough } from '../../contexts/announce.ts';
import { currentSession, refreshSession, setSession, watchSession } from '../../contexts/session.ts';
import { forgetAll } from '../../controllers/forget.ts';
import { navigate, onNavigate } from '../../controllers/navigate.ts';
import type { Route } from '../../controllers/route.ts';
import { findRoute } from '../routes.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { shell } from '../../words/shell.ts';
import { home } from './home.ts';
import { navigation } from './navigation.ts';

/** A page element takes its route; the query may change without a new page. */
type PageElement = HTMLElement & { route?: Route };

/** What a page that somebody prints is a page of, by the name of its route. */
const printedAs: Record<string, string> = {
  ...{ family: 'family', map: 'family', plan: 'family', record: 'record', person: 'person' },
  ...{ task: 'task', booking: 'task', meeting: 'task' },
};

/** The frame: header, navigation, banner, the page, help; moves focus to the heading after each navigation. */
export class App extends LightElement {
  static override properties = {
    page: { state: true },
    route: { state: true },
    said: { state: true },
    online: { state: true },
    menu: { state: true },
    missing: { state: true },
  };
  declare page: PageElement | undefined;
  declare route: Route | undefined;
  declare said: string;
  declare online: boolean;
  /** on a telephone: who is signed in, and the navigation, are unfolded */
  declare menu: boolean;
  /** the page of this address could not be loaded */
  declare missing: boolean;
  private stops: (() => void)[] = [];
  private first = true;

  constructor() {
    super();
    this.said = '';
    this.online = navigator.onLine;
    this.menu = false;
    this.missing = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    announceThrough((text) => this.say(text));
    whenSignedOut(() => this.signedOut());
    whenUnconfirmed(async () => (await import('../confirm/confirm-dialog.ts')).confirmIt());
    const lineChanged = (): void => this.lineChanged();
    window.addEventListener('online', lineChanged);
    window.addEventListener('offline', lineChanged);
    const printed = (): void => this.printed();
    window.addEventListener('beforeprint', printed);
    this.addEventListener('tl-page-ready', (event) => this.pageReady(event as CustomEvent));
    this.stops = [
      onNavigate(() => void this.show()),
      watchSession(() => this.requestUpdate()),
      () => window.removeEventListener('online', lineChanged),
      () => window.removeEventListener('offline', lineChanged),
      () => window.removeEventListener('beforeprint', printed),
      () => announceThrough(undefined),
    ];
    void refreshSession().then(() => this.show());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const stop of this.stops) stop();
  }

  /** Puts the page of the present address on the screen. */
  private async show(): Promise<void> {
    const url = new URL(location.href);
    if (url.pathname === '/') return navigate(currentSession()?.signedIn ? home() : '/sign-in', true);
    const { entry, route } = findRoute(url);
    if (!entry.open && !currentSession()?.signedIn) {
      const then = url.pathname === '/work' ? '' : `?then=${encodeURIComponent(url.pathname + url.search)}`;
      return navigate(`/sign-in${then}`, true);
    }
    const isLoaded = await entry.load().then(
      () => true,
      () => false,
    );
    // whoever went on meanwhile no longer waits for this page
    if (location.pathname !== url.pathname || location.search !== url.search) return;
    if (!isLoaded) return this.notLoaded();
    const same = this.route?.path === route.path && this.route.tag === route.tag;
    this.menu = this.missing = false;
    this.route = route;
    if (!same || !this.page) this.page = document.createElement(route.tag);
    this.page.route = route;
    if (!same && !this.first) window.scrollTo(0, 0);
  }

  /** A part that is gone was replaced by a newer release, which is loaded whole; without a connection it waits for one. */
  private notLoaded(): void {
    this.missing = true;
    if (this.page && navigator.onLine) location.reload();
  }

  private pageReady(event: CustomEvent): void {
    const { heading } = event.detail as { heading: HTMLElement };
    if (this.first) {
      this.first = false;
      return;
    }
    if (location.hash !== '' || this.querySelector('.govuk-error-summary')) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }

  private signedOut(): void {
    const session = currentSession();
    if (!session?.signedIn) return;
    setSession({ ...session, signedIn: false });
    const then = encodeURIComponent(location.pathname + location.search);
    navigate(`/sign-in?then=${then}&again=yes`);
  }

  private async leave(event: Event): Promise<void> {
    event.preventDefault();
    const answer = await signOut();
    if (!answer.ok && answer.status !== 401) return this.say(answer.refusal.message);
    closeLive();
    forgetAll();
    await refreshSession();
    navigate('/sign-in');
  }

  /** A page of a family, a record, a person or a task, printed by the browser; the page made for print told by itself. */
  private printed(): void {
    const { name = '', params = {} } = this.route ?? {};
    const kind = printedAs[name];
    const id = params['id'] ?? params['task'];
    if (kind && id) void tellPrinted(kind, id);
  }

  private lineChanged(): void {
    this.online = navigator.onLine;
    this.say(this.online ? shell.back : shell.offline);
    if (this.online && this.missing) void this.show();
  }

  /** A live region speaks only when its text changes: the same words twice get a space between. */
  private say(text: string): void {
    this.said = this.said === text ? `${text} ` : text;
  }

  override render(): TemplateResult {
    return html`
      <a href="#main" class="govuk-skip-link" data-module="govuk-skip-link" @click=${this.skip}
        >${shell.skip}</a
      >
      ${this.header()} ${this.banner()}
      <div class="govuk-width-container tl-page">
        <main class="govuk-main-wrapper" id="main" tabindex="-1">
          ${this.online ? nothing : html`<p class="tl-offline" role="status">${shell.offline}</p>`}
          ${this.missing ? html`<p class="tl-offline" role="status">${shell.missing(this.online)}</p>` : nothing}
          ${this.page ?? (this.missing ? nothing : html`<p class="govuk-body tl-loading">${shell.loading}…</p>`)}
        </main>
      </div>
      ${this.footer()}
      <div class="govuk-visually-hidden" role="status" aria-live="polite" id="tl-announcements">
        ${this.said}
      </div>
    `;
  }

  private skip(event: Event): void {
    event.preventDefault();
    const main = this.querySelector<HTMLElement>('#main');
    main?.focus();
    main?.scrollIntoView();
  }

  private header(): TemplateResult {
    const session = currentSession();
    const signedIn = session?.signedIn ? session.person : undefined;
    return html`
      <header class="tl-header" @keydown=${this.keyed}>
        <div class="govuk-width-container tl-header__inner">
          <a class="tl-header__name" href="/">
            <svg
              class="tl-header__mark"
              viewBox="0 0 32 32"
              width="32"
              height="32"
              aria-hidden="true"
              focusable="false"
            >
              <path d="M3 22c6 0 6-12 13-12s7 12 13 12" />
              <circle cx="16" cy="10" r="4" />
            </svg>
            <span>${shell.service}</span>
          </a>
          <span class="tl-header__authority">${session?.authority?.name ?? ''}</span>
          ${
            signedIn
              ? html`<button
                    type="button"
                    class="tl-header__out tl-header__menu"
                    aria-expanded=${String(this.menu)}
                    @click=${() => (this.menu = !this.menu)}
                  >
                    ${shell.menu}</button
                  ><span class="tl-header__who">
                    <span
                      ><a class="tl-header__me" href="/sessions"
                        >${signedIn.name}<span class="govuk-visually-hidden">: ${shell.sessions}</span></a
                      ><span class="tl-header__role"
                        >${signedIn.roles.map((role) => role.name).join(', ')}${signedIn.team ? ` · ${signedIn.team.name}` : ''}</span
                      ></span
                    >
                    <button type="button" class="tl-header__out" @click=${this.leave}>
                      ${shell.signOut}
                    </button>
                  </span>`
              : nothing
          }
        </div>
        ${signedIn ? navigation(this.route) : nothing}
      </header>
    `;
  }

  /** Escape folds the menu, and leaves whoever was in it at its button. */
  private keyed({ key }: KeyboardEvent): void {
    if (key !== 'Escape' || !this.menu) return;
    this.menu = false;
    this.querySelector<HTMLElement>('.tl-header__menu')?.focus();
  }

  private banner(): TemplateResult | typeof nothing {
    if (!currentSession()?.demonstration) return nothing;
    return html`
      <section class="tl-demonstration" aria-label=${shell.demonstrationTag}>
        <div class="govuk-width-container">
          <strong class="govuk-tag govuk-tag--purple">${shell.demonstrationTag}</strong>
          <span>${shell.demonstration}</span>
        </div>
      </section>
    `;
  }

  private footer(): TemplateResult {
    return html`
      <footer class="tl-footer">
        <div class="govuk-width-container">
          ${shell.helpLine} <a class="govuk-link" href="/help">${shell.help}</a> ·
          <a class="govuk-link" href="/accessibility">${shell.accessibility}</a>
        </div>
      </footer>
    `;
  }
}

define('tl-app', App);
