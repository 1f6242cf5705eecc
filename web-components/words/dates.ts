/** Days and moments as people say them. Days are 'YYYY-MM-DD' in London; moments are ISO instants in UTC. */

const day = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});
const shortDay = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
const londonDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' });
const londonTime = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone: 'Europe/London',
});

const dayPattern = /^\d{4}-\d{2}-\d{2}$/;

/** '3 September 2026'; a moment is said as its day in London. */
export function sayDay(on: string): string {
  return sayWith(day, on);
}

/** '3 Sep' */
export function sayShortDay(on: string): string {
  return sayWith(shortDay, on);
}

/** '14:32' */
export function sayTime(moment: string): string {
  const at = new Date(moment);
  return Number.isNaN(at.getTime()) ? '' : londonTime.format(at);
}

/** '3 September 2026 at 14:32'; a day without a time is said as a day. */
export function sayMoment(moment: string): string {
  return dayPattern.test(moment) ? sayDay(moment) : `${sayDay(moment)} at ${sayTime(moment)}`;
}

/** The day in London on which a moment falls. */
export function londonDayOf(moment: string): string {
  return dayPattern.test(moment) ? moment : londonDay.format(new Date(moment));
}

/** The instant of a day and time of day in London, summer time included. */
export function londonMoment(onDay: string, time: string): string {
  const guess = new Date(`${onDay}T${time}:00.000Z`);
  const shown = `${londonDay.format(guess)}T${londonTime.format(guess)}:00.000Z`;
  const offset = new Date(shown).getTime() - guess.getTime();
  return new Date(guess.getTime() - offset).toISOString();
}

function sayWith(format: Intl.DateTimeFormat, on: string): string {
  const at = new Date(`${dayPattern.test(on) ? on : londonDayOf(on)}T00:00:00.000Z`);
  return Number.isNaN(at.getTime()) ? on : format.format(at);
}
