import { dayInWords, dayOf, describeAnswer, elementAt, momentInWords } from '#engine';
import type { HistoryEntry, Version } from '#engine';
import { newsOf } from './news.ts';
import { sayList } from './words.ts';

interface Saying {
  version: Version;
  entry: HistoryEntry;
  /** the children of the entry */
  who: string;
  nameOf: (id: string) => string;
}

/** An entry of the history as a sentence; undefined for what only the machine needs. */
export function sayEntry(
  entry: HistoryEntry,
  version: Version,
  nameOf: (id: string) => string,
): string | undefined {
  const who = sayList(entry.children.map(nameOf));
  const sentence = sentences[entry.kind]?.({ version, entry, who, nameOf });
  return sentence === undefined ? undefined : sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

const sentences: Partial<Record<HistoryEntry['kind'], (saying: Saying) => string | undefined>> = {
  'case-opened': ({ who }) => `the family became known: ${who}`,
  'child-joined': ({ who }) => `${who} joined the family’s record`,
  'episode-opened': ({ who }) => `work began with ${who}`,
  'episode-closed': (saying) => `work ended with ${saying.who}: ${element(saying, 'end') ?? 'closed'}`,
  'stage-entered': (saying) => `${saying.who} came to ${element(saying, 'stage') ?? 'a new stage'}`,
  'message-given': (saying) => sayMessage(saying),
  'task-completed': (saying) => `${step(saying)}: completed for ${saying.who}`,
  'task-closed': (saying) => `${step(saying)}: closed for ${saying.who}, because the pathway moved on`,
  'task-reopened': (saying) => `${step(saying)}: reopened${because(saying)}`,
  'task-given': ({ entry, nameOf, ...saying }) =>
    typeof entry.about['to'] === 'string'
      ? `${step({ entry, nameOf, ...saying })}: given to ${nameOf(entry.about['to'])}`
      : `${step({ entry, nameOf, ...saying })}: put back in the queue`,
  'child-joined-task': (saying) => `${step(saying)}: now for ${saying.who} as well`,
  'child-split-off': (saying) => `${step(saying)}: ${saying.who} goes on apart`,
  'record-added': (saying) => `${form(saying)}: added for ${saying.who}`,
  'record-corrected': (saying) => `${form(saying)}: ${sayCorrected(saying)}${because(saying)}`,
  'fact-recorded': (saying) => sayFact(saying),
  'fact-withdrawn': (saying) => sayFact(saying, 'no longer '),
  'clock-moved': (saying) => sayMove(saying),
  'clock-stopped': (saying) =>
    saying.entry.about['late'] === true ? `${timescale(saying)} ended late for ${saying.who}` : undefined,
  'person-changed': ({ entry, who, nameOf }) => sayPerson(entry, who, nameOf),
  'case-moved': (saying) => sayVersionMove(saying),
  'case-move-reverted': ({ who }) =>
    `${who} went back to the version of the pathway they were on before: the move was taken back`,
  'case-restricted': ({ entry, nameOf }) => sayRestriction(entry, nameOf),
  'case-given': ({ entry, nameOf }) =>
    `the family was handed to ${nameOf(String(entry.about['to']))}${because({ entry })}`,
  'lateness-explained': (saying) => `${step(saying)}: why it is late${because(saying)}`,
  escalated: (saying) => `taken further to ${sayTo(saying)}${because(saying)}`,
  'escalation-answered': (saying) => `answered what was taken further${because(saying)}`,
  'children-let-go': ({ entry: { children } }) =>
    `what was only about ${children.length === 1 ? 'one child' : `${String(children.length)} children`} was let go of: the time to keep it was over`,
};

/** News that somebody gave, not what the drawing tells itself. */
function sayMessage({ version, entry, who }: Saying): string | undefined {
  const news = newsOf(version).find((one) => one.message === entry.about['message']);
  return news && `news of ${who}: ${news.title.toLowerCase()}`;
}

function sayFact({ version, entry, who }: Saying, before = ''): string | undefined {
  const fact = version.facts.find((one) => one.id === entry.about['fact']);
  if (!fact || fact.quiet) return undefined;
  return `${before}${fact.name}: ${when(entry.about['on'])} (${who})`;
}

function sayMove(saying: Saying): string {
  const { due, before } = saying.entry.about;
  const was = before === undefined ? '' : `, before: ${when(before)}`;
  return `${timescale(saying)} is now due ${when(due)}${was} (${saying.who})`;
}

function sayPerson({ about }: HistoryEntry, who: string, nameOf: (id: string) => string): string {
  const name = typeof about['person'] === 'string' ? nameOf(about['person']) : who;
  return about['joined'] === true
    ? `${name} became one of the family’s people`
    : `details of ${name} changed`;
}

/** What went on, what closed and what opened is told by the entries of the tasks; here stands the move itself. */
function sayVersionMove({ entry, who }: Saying): string {
  const why = typeof entry.about['why'] === 'string' ? `: ${entry.about['why']}` : '';
  return `${who} came to another version of the pathway${why}`;
}

function sayRestriction({ about }: HistoryEntry, nameOf: (id: string) => string): string {
  const reason = typeof about['reason'] === 'string' ? `: ${about['reason']}` : '';
  if (about['restricted'] !== true) return `no longer restricted${reason}`;
  const to = Array.isArray(about['to']) ? about['to'].map((id) => nameOf(String(id))) : [];
  return `restricted to ${sayList(to)}${reason}`;
}

function element({ version, entry }: Saying, key: string): string | undefined {
  const id = entry.about[key];
  return typeof id === 'string' ? elementAt(version.pathway, id)?.name : undefined;
}

const step = (saying: Saying): string => element(saying, 'step') ?? 'a step';

function form({ version, entry }: Saying): string {
  return version.forms[String(entry.about['form'])]?.title ?? 'a record';
}

function sayCorrected({ version, entry, nameOf }: Saying): string {
  const { form: id, question: asked, before, after } = entry.about;
  const questions = version.forms[String(id)]?.layout.flatMap((section) => section.questions) ?? [];
  const question = questions.find((one) => one.id === asked);
  if (!question) return 'an answer corrected';
  const words = { dictionary: version.dictionary, blocks: version.blocks, nameOf };
  const say = (value: unknown): string => describeAnswer(question, value, words) || 'no answer';
  const how = 'after' in entry.about ? ` from ${say(before)} to ${say(after)}` : '';
  return `“${question.label}” corrected${how}`;
}

/** A role of the pathway, or a colleague. */
function sayTo({ entry, version, nameOf }: Saying): string {
  const to = String(entry.about['to']);
  return version.roles.find((role) => role.id === to)?.name.toLowerCase() ?? nameOf(to);
}

function because({ entry }: Pick<Saying, 'entry'>): string {
  return typeof entry.about['reason'] === 'string' ? `: ${entry.about['reason']}` : '';
}

function timescale({ version, entry }: Saying): string {
  return version.timescales.find((one) => one.id === entry.about['timescale'])?.name ?? 'a date';
}

/** A day, or a moment with its time of day. */
function when(on: unknown): string {
  if (typeof on !== 'string') return '';
  return on.includes('T') ? momentInWords(on) : dayInWords(dayOf(on));
}
