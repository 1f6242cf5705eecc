import type { ReactiveController, ReactiveControllerHost } from 'lit';
import {
  loadChecks,
  loadComparison,
  loadDraft,
  loadDrafts,
  type Checks,
  type Comparison,
  type DraftPage,
} from '../../api-group/drafts.ts';
import { loadSayings, type Sayings } from '../../api-group/notes.ts';
import { loadVersion } from '../../api-group/versions.ts';
import { get, type Answered } from '../../api/request.ts';
import { Live } from '../../controllers/live.ts';
import { Loading } from '../../controllers/loading.ts';
import { draft as words } from '../../words-group/draft.ts';
import { DraftSaving } from './draft-saving.ts';

type Files = Record<string, string>;

/**
 * What the page of a draft knows: the draft, the version it is compared with, what the checks and the group say of it,
 * and whether it is saved. Whoever only reads sees it follow the one who writes.
 */
export class DraftState implements ReactiveController {
  readonly draft: Loading<DraftPage>;
  readonly saving: DraftSaving;
  base: Files | undefined;
  /** the files as they are on the page, saved or not */
  files: Files = {};
  checks: Checks | undefined;
  comparison: Comparison | undefined;
  sayings: Sayings | undefined;
  duplicates: object | undefined;
  private comparing = 0;
  private readonly host: ReactiveControllerHost;
  private readonly id: () => string;

  constructor(host: ReactiveControllerHost, id: () => string) {
    this.host = host;
    this.id = id;
    this.draft = new Loading(host, () => this.load());
    this.saving = new DraftSaving(host, id, () => void this.look());
    new Live(host, (entries) => {
      if (entries.some(({ kind }) => kind === 'pathway')) void this.hear();
    });
    host.addController(this);
  }

  hostConnected(): void {
    void this.sayingsAnew();
    void this.take(get<object>(`/drafts/${encodeURIComponent(this.id())}/duplicates`), (duplicates) => {
      this.duplicates = duplicates;
    });
  }

  get mayEdit(): boolean {
    const draft = this.draft.value;
    return draft?.pen.mine === true && (draft.state === 'open' || draft.state === 'refused');
  }

  /** The draft as it is in the store; what is not saved is given up. */
  private async load(): Promise<Answered<DraftPage>> {
    const answer = await loadDraft(this.id());
    if (!answer.ok) return answer;
    const { files, save, base } = answer.value;
    this.files = files;
    this.saving.standsOn(save.number, save.at);
    if (!this.base) {
      void this.take(loadVersion(base.id), (version) => {
        this.base = version.files;
      });
    }
    void this.look();
    return answer;
  }

  /** Asks again what depends on what is saved. */
  look(): Promise<void> {
    this.comparison = undefined;
    return this.checkAgain();
  }

  private checkAgain(): Promise<void> {
    return this.take(loadChecks(this.id()), (checks) => {
      this.checks = checks;
    });
  }

  /** Asks what changed, once for each save. */
  compare(): void {
    if (this.comparison || this.comparing === this.saving.number) return;
    this.comparing = this.saving.number;
    void this.take(loadComparison(this.id()), (comparison) => {
      this.comparison = comparison;
    }).then(() => (this.comparing = 0));
  }

  sayingsAnew(): Promise<void> {
    return this.take(loadSayings(this.id()), (sayings) => {
      this.sayings = sayings;
    });
  }

  change(changes: Record<string, string | null>, says: string): void {
    const files = { ...this.files, ...changes };
    this.files = Object.fromEntries(
      Object.entries(files).filter((file): file is [string, string] => file[1] !== null),
    );
    this.saving.change(changes, says || words.changed);
    this.host.requestUpdate();
  }

  penMoved(pen: DraftPage['pen']): void {
    const draft = this.draft.value;
    if (draft) this.draft.now = { state: 'ready', value: { ...draft, pen } };
    this.host.requestUpdate();
    // the page may show what somebody else has saved since
    if (pen.mine) void this.hear();
  }

  /** News of some draft: of this one, who holds the pen and whether somebody else saved it. */
  private async hear(): Promise<void> {
    if (this.checks?.sound === 'running') void this.checkAgain();
    const answer = await loadDrafts();
    const row = answer.ok ? answer.value.find(({ id }) => id === this.id()) : undefined;
    const draft = this.draft.value;
    if (!row || !draft) return;
    const savedElsewhere = row.save.number > this.saving.number && !this.saving.hasUnsaved;
    if (savedElsewhere && this.saving.now.state === 'saved') {
      await this.draft.load();
      return;
    }
    this.draft.now = { state: 'ready', value: { ...draft, pen: row.pen, state: row.state } };
    this.host.requestUpdate();
  }

  private async take<T>(asked: Promise<Answered<T>>, keep: (value: T) => void): Promise<void> {
    const answer = await asked;
    if (answer.ok) keep(answer.value);
    this.host.requestUpdate();
  }
}
