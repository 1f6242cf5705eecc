import type { Form } from '../../contracts/index.ts';
import { listed, quoted, same, textChange } from './words.ts';

/** Whether a form books a meeting, and by which of its questions. */
export function booking(before: Form, after: Form): string[] {
  if (same(before.booking, after.booking)) return [];
  const title = quoted(after.title);
  if (!after.booking) return [`${title} no longer books a meeting.`];
  return [
    before.booking ? `${title} now books its meeting by other questions.` : `${title} now books a meeting.`,
  ];
}

/** Whether a form is filled in live by people who meet, and when enough of them are there. */
export function meeting(before: Form, after: Form): string[] {
  const [was, is] = [before.meeting, after.meeting];
  const title = quoted(after.title);
  if (same(was, is)) return [];
  if (!is) return [`${title} is no longer filled in live by people who meet.`];
  const says = needs(is.enough?.needs);
  if (!was) return [`${title} is now filled in live by people who meet${says ? `: ${says}` : ''}.`];
  const counted = same(was.enough?.needs, is.enough?.needs)
    ? []
    : [
        says
          ? `Enough are there for ${title} when ${says} (before: ${needs(was.enough?.needs) || 'nobody was counted'}).`
          : `Nobody counts any more whether enough are there for ${title}.`,
      ];
  const rest = [
    ...counted,
    ...textChange(
      `What to do when not enough are there for ${title}`,
      was.enough?.otherwise,
      is.enough?.otherwise,
    ),
    ...textChange(`What that rests on`, was.enough?.source, is.enough?.source),
  ];
  return rest.length > 0 ? rest : [`Who is there is now asked in another way in ${title}.`];
}

const needs = (all: { say: string }[] = []): string =>
  all.length === 0 ? '' : `these are not missing: ${listed(all.map(({ say }) => quoted(say)))}`;
