import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { saveDraft, type SaveRefused } from '../../api-group/drafts.ts';
import { newCommandId, type RefusalSays } from '../../api/request.ts';

export type Saving =
  | { state: 'saved'; at: string }
  | { state: 'waiting' | 'saving' | 'offline' }
  | { state: 'refused'; refusal: RefusalSays; there: SaveRefused };

const afterChange = 1000;
const againAfter = 5000;

type Changes = Record<string, string | null>;

/**
 * Saves a draft by itself, a second after a change, one save at a time. What could not be saved is kept and sent again:
 * with the same command where the line was lost, so that it is saved once.
 */
export class DraftSaving implements ReactiveController {
  now: Saving = { state: 'saved', at: '' };
  /** number of the save that what is on the page stands on */
  number = 0;
  private readonly host: ReactiveControllerHost;
  private readonly draft: () => string;
  private readonly saved: () => void;
  private waiting: Changes = {};
  private says: string[] = [];
  private sent: { changes: Changes; says: string; commandId: string } | undefined;
  /** how often in a row the server had no time to read what was sent */
  private slow = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly online = (): void => this.soon(0);
  private readonly leaving = (event: BeforeUnloadEvent): void => {
    if (this.hasUnsaved) event.preventDefault();
  };

  /** `saved` is called after each save */
  constructor(host: ReactiveControllerHost, draft: () => string, saved: () => void) {
    this.host = host;
    this.draft = draft;
    this.saved = saved;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('online', this.online);
    window.addEventListener('beforeunload', this.leaving);
  }

  /** Another page of the service is opened: what waits is sent at once. */
  hostDisconnected(): void {
    window.removeEventListener('online', this.online);
    window.removeEventListener('beforeunload', this.leaving);
    if (this.timer) clearTimeout(this.timer);
    if (this.hasUnsaved && this.now.state !== 'refused') void this.send();
  }

  get hasUnsaved(): boolean {
    return this.sent !== undefined || Object.keys(this.waiting).length > 0;
  }

  /** The page shows this save now; what was not saved before is given up. */
  standsOn(number: number, at: string): void {
    this.number = number;
    this.waiting = {};
    this.says = [];
    this.sent = undefined;
    this.tell({ state: 'saved', at });
  }

  change(changes: Changes, says: string): void {
    Object.assign(this.waiting, changes);
    if (says && this.says.at(-1) !== says) this.says.push(says);
    if (this.now.state === 'refused') {
      // what can't be read may be readable now; what somebody else decided is not mended by typing
      if (this.now.refusal.reason !== 'not-readable') return;
      this.sent = undefined;
    }
    if (this.now.state !== 'saving' && this.now.state !== 'offline') this.tell({ state: 'waiting' });
    this.soon(afterChange);
  }

  /** Tries again, on the save that is there now where that is said. */
  again(number = this.number): void {
    this.number = number;
    if (this.sent) this.waiting = { ...this.sent.changes, ...this.waiting };
    if (this.sent) this.says.unshift(this.sent.says);
    this.sent = undefined;
    this.tell({ state: 'waiting' });
    this.soon(0);
  }

  private soon(after: number): void {
    if (!this.hasUnsaved || this.now.state === 'saving') return;
    if (this.timer) clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.send(), after);
  }

  private async send(): Promise<void> {
    if (this.now.state === 'saving') return;
    this.sent ??= { changes: this.waiting, says: sayAll(this.says), commandId: newCommandId() };
    if (this.sent.changes === this.waiting) [this.waiting, this.says] = [{}, []];
    const { sent } = this;
    this.tell({ state: 'saving' });
    const answer = await saveDraft(this.draft(), { expecting: this.number, ...sent });
    if (this.sent !== sent) return;
    if (answer.ok) {
      this.slow = 0;
      this.number = answer.value.number;
      this.sent = undefined;
      this.tell(this.hasUnsaved ? { state: 'waiting' } : { state: 'saved', at: answer.value.at });
      this.saved();
      return this.soon(afterChange);
    }
    if (answer.status === 0) {
      this.tell({ state: 'offline' });
      return this.soon(againAfter);
    }
    if (tookTooLong(answer.refusal) && this.slow < 2) {
      this.slow += 1;
      this.tell({ state: 'waiting' });
      return this.soon(againAfter);
    }
    this.slow = 0;
    // what came meanwhile may be what mends it
    this.waiting = { ...sent.changes, ...this.waiting };
    this.says.unshift(sent.says);
    this.sent = undefined;
    const there = (answer.body ?? {}) as SaveRefused;
    this.tell({ state: 'refused', refusal: answer.refusal, there });
  }

  private tell(now: Saving): void {
    this.now = now;
    this.host.requestUpdate();
  }
}

/** Where much is going on at once: nothing is wrong with what was sent, unless it is so again and again. */
const tookTooLong = ({ findings }: RefusalSays): boolean =>
  findings.some(({ check }) => check === 'read-in-time');

const most = 300;

function sayAll(says: readonly string[]): string {
  const said = [...new Set(says)].join(' ');
  return said.length <= most ? said : `${said.slice(0, most - 1)}…`;
}
