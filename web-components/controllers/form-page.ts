import type { ReactiveControllerHost } from 'lit';
import type { Answered, Refused } from '../api/request.ts';
import { loadPlace, type AnswersPlace, type TaskPage } from '../api/tasks.ts';
import { chosenChildren } from '../contexts/chosen-children.ts';
import { draftsFor, type Drafts } from './drafts.ts';
import { Live } from './live.ts';
import { Loading } from './loading.ts';
import type { Route } from './route.ts';

/** The answers' place that an address is about. */
export function placeOf(route: Route | undefined): AnswersPlace {
  const { id = '', form, rehearsal } = route?.params ?? {};
  if (rehearsal !== undefined) return { task: id, rehearsal };
  return form === undefined ? { task: id } : { family: id, form };
}

/** The address of the form, and of its check page, from the place of its answers. */
export function addressOf(place: AnswersPlace): string {
  if (!('task' in place)) return `/families/${place.family}/add/${place.form}`;
  return `${place.rehearsal ? `/pathway/rehearsals/${place.rehearsal}` : ''}/tasks/${place.task}`;
}

type Host = ReactiveControllerHost & HTMLElement & { route: Route | undefined };

/** A form on a page: loaded with its drafts, kept fresh while others write, and the same for its check page. */
export class FormPage {
  readonly loading: Loading<TaskPage>;
  private readonly host: Host;
  private kept: Drafts | undefined;
  private stop: (() => void) | undefined;
  /** news of a field with the cursor in it waits until the cursor has left */
  private heldBack = false;

  constructor(host: Host) {
    this.host = host;
    this.loading = new Loading(host, async () => {
      const answer = await this.ask();
      if (!answer.ok) return this.stillShown(answer) ?? answer;
      this.drafts.merge(answer.value.drafts ?? {}, (key) => this.isInUse(key));
      // A task that is done comes without its form; what was on the page stays readable.
      return { ok: true, value: { ...this.loading.value, ...answer.value } };
    });
    host.addController({
      hostConnected: () => {
        const unwatch = this.drafts.watch(() => host.requestUpdate());
        const left = (): void => this.left();
        host.addEventListener('focusout', left);
        this.stop = () => {
          unwatch();
          host.removeEventListener('focusout', left);
        };
      },
      hostDisconnected: () => this.stop?.(),
    });
    new Live(host, (entries) => {
      const place = this.place;
      const page = this.loading.value;
      const about = entries.some(
        ({ task, case: family, missed }) =>
          missed === true ||
          ('task' in place && task === place.task) ||
          (page !== undefined && family === page.case.id),
      );
      if (about) void this.loading.load();
    });
  }

  get place(): AnswersPlace {
    return placeOf(this.host.route);
  }

  get drafts(): Drafts {
    this.kept ??= draftsFor(this.place);
    return this.kept;
  }

  /** The page as it is asked: of a form being added, about the children that were chosen. */
  get page(): TaskPage | undefined {
    const page = this.loading.value;
    const chosen = chosenChildren(this.place);
    if (!page?.children || !chosen) return page;
    return { ...page, children: page.children.filter(({ id }) => chosen.includes(id)) };
  }

  /** A task that is gone takes nothing with it that was written on this page. */
  private stillShown(answer: Refused): Answered<TaskPage> | undefined {
    const shown = this.loading.value;
    return shown && (answer.status === 404 || answer.status === 409)
      ? { ok: true, value: { ...shown, closed: true } }
      : undefined;
  }

  protected ask(): ReturnType<typeof loadPlace> {
    return loadPlace(this.place);
  }

  /** A field with the cursor in it is not changed under somebody's hands. */
  private isInUse(key: string): boolean {
    const inUse = document.activeElement?.closest('tl-question')?.getAttribute('data-key') === key;
    this.heldBack ||= inUse;
    return inUse;
  }

  private left(): void {
    if (!this.heldBack) return;
    this.heldBack = false;
    // the cursor may only have moved on within the answer: what is in use is asked again then
    setTimeout(() => void this.loading.load());
  }
}
