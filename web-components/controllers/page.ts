import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { shell } from '../words/shell.ts';

/**
 * Keeps a page's title in step with its heading, and tells the shell once when the heading is there,
 * so that focus can move to it after a navigation.
 */
export class PageController implements ReactiveController {
  private readonly host: ReactiveControllerHost & HTMLElement;
  private told = false;
  private title = '';

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.host = host;
    host.addController(this);
  }

  hostUpdated(): void {
    const heading = this.host.querySelector('h1');
    if (!heading) return;
    const problem = this.hasErrors ? `${shell.error}: ` : '';
    const title = `${problem}${(heading.textContent ?? '').trim().replace(/\s+/g, ' ')} – ${shell.service}`;
    if (title !== this.title) document.title = this.title = title;
    if (this.told) return;
    this.told = true;
    this.host.dispatchEvent(new CustomEvent('tl-page-ready', { bubbles: true, detail: { heading } }));
  }

  /** The summary is an element of its own and draws itself later: what it was given counts. */
  private get hasErrors(): boolean {
    const summary = this.host.querySelector<HTMLElement & { errors?: unknown[] }>('tl-error-summary');
    return (summary?.errors?.length ?? 0) > 0;
  }

  /** After a change of section the new heading is worth a focus again. */
  again(): void {
    this.told = false;
  }
}
