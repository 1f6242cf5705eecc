import { loadBooking, type BookingKnown } from '../../api-office/bookings.ts';
import type { AnswersPlace, TaskPage } from '../../api/tasks.ts';
import { FormPage } from '../../controllers/form-page.ts';
import type { Route } from '../../controllers/route.ts';

export type BookingPage = TaskPage & { booking: BookingKnown };

/** The form of a booking: answers and drafts are those of the step, loaded with what whoever books needs to know. */
export class BookingForm extends FormPage {
  private readonly routeOf: () => Route | undefined;

  constructor(host: ConstructorParameters<typeof FormPage>[0]) {
    super(host);
    this.routeOf = () => host.route;
  }

  override get place(): AnswersPlace & { task: string } {
    return { task: this.routeOf()?.params['task'] ?? '' };
  }

  get booking(): BookingPage | undefined {
    return this.page as BookingPage | undefined;
  }

  protected override ask(): ReturnType<typeof loadBooking> {
    return loadBooking(this.place.task);
  }
}
