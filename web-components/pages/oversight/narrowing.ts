import { html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { Narrowed, Worklists } from '../../api-office/oversight.ts';
import { keepChoices, keptChoices } from '../../contexts/kept-choices.ts';
import { selectField } from '../../elements/select/select-field.ts';
import { worklists as words } from '../../words-office/oversight.ts';

/** Which team and worker the pages of oversight are narrowed to: kept from page to page while somebody is signed in. */
export class Narrowing implements ReactiveController {
  private team = '';
  private worker = '';
  private readonly changed: () => void;

  constructor(host: ReactiveControllerHost, changed: () => void) {
    this.changed = changed;
    host.addController(this);
    const { team = '', worker = '' } = keptChoices('oversight');
    Object.assign(this, { team, worker });
  }

  hostConnected(): void {
    // read where it was made: the first question is asked before the page stands
  }

  get asked(): Narrowed {
    return { ...(this.team ? { team: this.team } : {}), ...(this.worker ? { worker: this.worker } : {}) };
  }

  choose(change: { team?: string; worker?: string }): void {
    if (change.team !== undefined) Object.assign(this, { team: change.team, worker: '' });
    if (change.worker !== undefined) this.worker = change.worker;
    keepChoices('oversight', { team: this.team, worker: this.worker });
    this.changed();
  }
}

/** Team and worker, side by side; whoever looks after one team begins with it. */
export function narrowBar(narrowing: Narrowing, { filters, team }: Worklists): TemplateResult {
  const { asked } = narrowing;
  return html`<div class="tl-filters" role="group" aria-label=${words.filters}>
    ${selectField({
      ...{ id: 'narrow-team', label: words.team, choices: filters.teams, empty: words.all },
      ...{ value: asked.team === 'all' ? '' : (asked.team ?? team ?? '') },
      change: (chosen) => narrowing.choose({ team: chosen || 'all' }),
    })}
    ${selectField({
      ...{ id: 'narrow-worker', label: words.worker, choices: filters.workers, empty: words.all },
      ...{ value: asked.worker ?? '', change: (worker: string) => narrowing.choose({ worker }) },
    })}
  </div>`;
}
