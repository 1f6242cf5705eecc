import type { RoomPage } from '../../api-office/meetings.ts';
import type { AnswersPlace } from '../../api/tasks.ts';
import { FormPage } from '../../controllers/form-page.ts';
import type { Route } from '../../controllers/route.ts';

/** The form of a meeting: its answers are those of the step, read and saved as the room may. */
export class RoomForm extends FormPage {
  private readonly routeOf: () => Route | undefined;

  constructor(host: ConstructorParameters<typeof FormPage>[0]) {
    super(host);
    this.routeOf = () => host.route;
  }

  override get place(): AnswersPlace {
    return { task: this.routeOf()?.params['task'] ?? '', room: true };
  }

  get room(): RoomPage | undefined {
    return this.page as RoomPage | undefined;
  }
}
