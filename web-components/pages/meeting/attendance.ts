import { enoughOf, optionsOf, type Column, type FormQuestion, type Meeting } from '#engine/browser';
import type { RoomPage } from '../../api-office/meetings.ts';
import { rowsOf, type Row } from '../../elements/answers/table/rows.ts';

/** The table of who is there, as the room fills it in. */
export interface Attendance {
  question: FormQuestion;
  meeting: Meeting;
  /** those ticked or added so far */
  rows: Row[];
  /** everybody to be ticked: those in the answer, and those expected */
  people: Row[];
  attended: { value: string; label: string }[];
  agencies: { value: string; label: string }[];
}

/** Who is there so far, and who is still to be ticked, each once. */
export function attendanceOf(page: RoomPage, value: unknown): Attendance | undefined {
  const { meeting } = page.form;
  const question = page.form.layout
    .flatMap(({ questions }) => questions)
    .find(({ id }) => id === meeting?.attendance);
  if (!meeting || !question) return undefined;
  const rows = rowsOf(value);
  const there = new Set(rows.map(({ name }) => plainly(name)));
  const expected = page.meeting.expected
    .filter(({ name }) => !there.has(plainly(name)))
    .map((one) => ({ ...one, id: `expected-${plainly(one.name).replaceAll(/[^a-z0-9]+/g, '-')}` }));
  const column = (id: string): Column | undefined => question.columns?.find((one) => one.id === id);
  const options = (id: string) => {
    const asked = column(id);
    return asked ? optionsOf(asked, page) : [];
  };
  return {
    ...{ question, meeting, rows, people: [...rows, ...expected] },
    ...{ attended: options('attended'), agencies: options('agency') },
  };
}

const plainly = (name: unknown): string => (typeof name === 'string' ? name.trim().toLowerCase() : '');

/** The rows once somebody was ticked: whoever was only expected joins the answer with the first tick. */
export function withCell(attendance: Attendance, person: Row, column: string, value: string): Row[] {
  const next = { ...person, [column]: value };
  const isThere = attendance.rows.some(({ id }) => id === person.id);
  return isThere
    ? attendance.rows.map((one) => (one.id === person.id ? next : one))
    : [...attendance.rows, next];
}

/** Whether there are enough, and the answer the form keeps of it; undefined while nobody is ticked. */
export function quorum({ meeting, rows }: Attendance) {
  if (!meeting.enough || rows.every(({ attended }) => attended === undefined)) return undefined;
  const says = enoughOf(meeting, rows);
  return { ...says, answer: says.enough ? 'yes' : 'no', rule: meeting.enough };
}

/** Names of those who are there, for the list of what each thinks. */
export function peopleHere({ meeting, rows }: Attendance): string[] {
  return rows
    .filter(({ attended }) => typeof attended === 'string' && meeting.present.includes(attended))
    .map(({ name, role }) => [name, role].filter((one) => typeof one === 'string' && one !== '').join(', '));
}
