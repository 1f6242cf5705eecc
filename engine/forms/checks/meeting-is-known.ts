import type { Booking, Form, FormQuestion, Meeting } from '../../contracts/index.ts';
import { questionsOf } from '../form-questions.ts';
import { columnsOf } from '../columns-of.ts';
import { optionsOf } from '../options.ts';
import { error } from './surroundings.ts';
import type { FormCheck, Surroundings } from './surroundings.ts';

/** A form that books a meeting names the questions that say when, where and who, and clocks that there are. */
export const bookingIsKnown: FormCheck = (form, around) => {
  const { booking, layout } = form;
  if (!booking) return [];
  const { on, time, place, chair, invited, needs, due } = booking;
  const asked = layout.flatMap(({ questions }) => questions.map(({ id }) => id));
  const clocks = around.timescales?.map(({ id }) => id) ?? due;
  return [
    ...[on, time, ...(place ? [place] : []), chair, invited, needs]
      .filter((id) => !asked.includes(id))
      .map(missing),
    ...due
      .filter((id) => !clocks.includes(id))
      .map((id) => error('meeting-known', `The meeting is due by “${id}”, which is not a timescale.`)),
    ...kindFindings(form, booking, around),
  ];
};

/** Which meeting it is follows to one of the answers that its question offers. */
function kindFindings(form: Form, { kind }: Booking, { dictionary }: Surroundings) {
  if (!kind) return [];
  const question = questionsOf(form).find(({ id }) => id === kind.question);
  if (question?.type !== 'radios' || question.per !== 'family') return [missing(kind.question)];
  const offered = optionsOf(question, dictionary).map(({ value }) => value);
  return kind.follows
    .filter(({ is }) => !offered.includes(is))
    .map(({ is }) =>
      error(
        'meeting-known',
        `“${question.label}” does not offer “${is}”, which the booking fills in.`,
        question,
      ),
    );
}

const columns = ['name', 'agency', 'attended'];

/** A form that is filled in live names the table of who is there, with the columns and values it counts by. */
export const meetingIsKnown: FormCheck = (form, around) => {
  const { meeting } = form;
  if (!meeting) return [];
  const asked = (id: string): FormQuestion | undefined => questionsOf(form).find((one) => one.id === id);
  const table = asked(meeting.attendance);
  const day = asked(meeting.on);
  const answer = meeting.enough && asked(meeting.enough.answer);
  return [
    ...(table?.type === 'table' ? tableFindings(table, meeting, around) : [missing(meeting.attendance)]),
    ...(day?.type === 'date' ? [] : [missing(meeting.on)]),
    ...(!meeting.enough || answer?.type === 'yes-no' ? [] : [missing(meeting.enough.answer)]),
    ...(meeting.fills ?? [])
      .filter(
        ({ table, block }) => asked(table)?.type !== 'table' || !around.blocks.some(({ id }) => id === block),
      )
      .map(({ table }) => missing(table)),
    ...(!meeting.views || asked(meeting.views)?.type === 'table' ? [] : [missing(meeting.views)]),
  ];
};

const missing = (id: string) =>
  error(
    'meeting-known',
    `The meeting asks “${id}”, which this form does not ask, or asks in another way.`,
    id,
  );

function tableFindings(table: FormQuestion, meeting: Meeting, around: Surroundings) {
  const there = columnsOf(table, around.blocks);
  const absent = columns.filter((id) => !there.some((column) => column.id === id));
  if (absent.length > 0) {
    const message = `“${table.label}” has no column “${absent.join('”, “')}”, by which who is there is counted.`;
    return [error('meeting-known', message, table)];
  }
  const offered = (id: string): string[] => {
    const column = there.find((one) => one.id === id);
    return column ? optionsOf(column, around.dictionary).map(({ value }) => value) : [];
  };
  const needs = meeting.enough?.needs ?? [];
  const expected = (meeting.expects ?? []).flatMap((one) => (one.from === 'term' ? [] : [one.agency]));
  const wanted = [
    ...expected.filter((value) => !offered('agency').includes(value)),
    ...meeting.present.filter((value) => !offered('attended').includes(value)),
    ...needs
      .flatMap(({ among = [], besides = [] }) => [...among, ...besides])
      .filter((value) => !offered('agency').includes(value)),
  ];
  return wanted.map((value) =>
    error('meeting-known', `“${table.label}” does not offer “${value}”, which the meeting counts by.`, table),
  );
}
