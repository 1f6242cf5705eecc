import { days, type Child, type Family, type Workplace } from './workplace.ts';

/** A family whose conference is to be booked. */
export async function toBooking(place: Workplace, children: Child[], name?: string): Promise<Family> {
  const family = await place.toStrategyDiscussion(children, name);
  await place.complete(family, 'tia', 'hold-discussion', { strategyDecision: ['section-47-joint'] });
  place.server.clock.pass(days(5));
  await place.complete(family, 'sam', 'do-enquiry', { enquiryOutcome: ['initial-conference'] });
  await place.complete(family, 'tia', 'authorise-enquiry', { authorisation: ['authorise'] });
  return family;
}

/** A family whose conference can be held. */
export async function toConference(place: Workplace, children: Child[], name?: string): Promise<Family> {
  const family = await toBooking(place, children, name);
  await place.complete(family, 'bea', 'book-conference');
  await place.complete(family, 'sam', 'write-report');
  await place.complete(family, 'tia', 'authorise-report', { authorisation: ['authorise'] });
  await place.complete(family, 'sam', 'share-report');
  place.server.clock.pass(days(12));
  return family;
}
