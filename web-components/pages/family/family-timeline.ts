import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { loadHistory, type HistoryRow } from '../../api/families.ts';
import { Loading } from '../../controllers/loading.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { timeline } from '../../elements/timeline/timeline.ts';
import { family as words } from '../../words/family.ts';
import { whenLoaded } from '../page-state.ts';

/** The history of a family, read in pages, the latest first. */
export class FamilyTimeline extends LightElement {
  static override properties = {
    family: { type: String },
    revision: { type: Number },
    older: { state: true },
  };
  declare family: string;
  declare revision: number;
  declare older: HistoryRow[];
  private next: string | undefined;
  private readonly first: Loading<{ entries: HistoryRow[]; next?: string }>;

  constructor() {
    super();
    this.older = [];
    this.first = new Loading(this, () => loadHistory(this.family));
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('revision') && this.hasUpdated) void this.first.load();
  }

  private async more(after: string): Promise<void> {
    const answer = await loadHistory(this.family, after);
    if (!answer.ok) return;
    this.older = [...this.older, ...answer.value.entries];
    this.next = answer.value.next ?? '';
  }

  override render(): TemplateResult {
    void import('../sharing/shared-papers.ts');
    return html`
      <h2 class="govuk-heading-m">${words.timelineTitle}</h2>
      ${whenLoaded(this.first, ({ entries, next: firstNext }) => {
        const next = this.next ?? firstNext;
        const known = new Set(entries.map(({ id }) => id));
        return html`${timeline([...entries, ...this.older.filter(({ id }) => !known.has(id))])}
        ${
          next
            ? html`<button
                type="button"
                class="govuk-button govuk-button--secondary"
                @click=${() => void this.more(next)}
              >
                ${words.more}
              </button>`
            : nothing
        }`;
      })}
      <tl-shared-papers .family=${this.family}></tl-shared-papers>
    `;
  }
}

define('tl-family-timeline', FamilyTimeline);
