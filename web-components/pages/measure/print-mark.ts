import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { tellListPrinted } from '../../api-office/measures.ts';

/** What stands on the page: a list of whom something counts, and the families in it. */
export interface ListShown {
  kind: 'measure' | 'passage';
  id: string;
  cases: readonly string[];
}

/** A list of names that is printed leaves its mark in the audit, as one that is taken away does. */
export class PrintMark implements ReactiveController {
  private readonly shown: () => ListShown | undefined;

  constructor(host: ReactiveControllerHost, shown: () => ListShown | undefined) {
    this.shown = shown;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('beforeprint', this.printed);
  }

  hostDisconnected(): void {
    window.removeEventListener('beforeprint', this.printed);
  }

  private readonly printed = (): void => {
    const shown = this.shown();
    if (shown) void tellListPrinted(shown.kind, shown.id, [...new Set(shown.cases)]);
  };
}
