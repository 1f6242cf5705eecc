import { asWritten, ownLanguage } from './as-written.ts';
import {
  dayInWords,
  dayOf,
  filled,
  isMoment,
  momentInWords,
  phraseInWords,
  timeOf,
} from '../calendar/index.ts';
import { turnedIn } from './turned.ts';
import type { Day, Moment, OutputAsked, OutputPerson, OutputSource, Phrase } from '../contracts/index.ts';

/** What a document says besides what people wrote: in the language it is asked in. */
export interface Wording {
  language: string;
  direction: 'ltr' | 'rtl';
  /** fixed wording, translated */
  say(text: string): string;
  /** what somebody wrote: in another language than a translated document's, and said to be */
  written(text: string): string;
  /** fixed wording with its names put in */
  fill(text: string, child?: Pick<OutputPerson, 'called'>): string;
  list(names: string[]): string;
  day(day: Day | Moment): string;
  number(value: number): string;
  /** what the service says by itself of an age, a length of time or a limit */
  phrase(phrase: Phrase): string;
  personOf(id: string): string;
}

/** English names of what a document says by itself; a translation gives them in its language. */
export const ownWords = {
  and: 'and',
  yes: 'Yes',
  no: 'No',
  outOfTen: '[number] out of 10',
  notPossible: 'Not possible',
  unknownName: 'Name not recorded',
  born: 'born',
  due: 'due',
  home: 'At home',
  key: 'Square: a man or boy. Circle: a woman or girl. Diamond: nobody said. Triangle: not born yet. A cross: has died. Inside the dashed line: who lives at home.',
  parents: 'Parents of [child]: [name]',
  partners: 'Partner of [child]: [name]',
  about: 'Who this is about',
  name: 'Name',
  dateOfBirth: 'Date of birth',
  question: 'Question',
  answer: 'Answer',
  written: 'Written by [name] on [day]',
  for: 'For [child]',
  everyChild: 'All the children',
  eachChild: 'each child',
  signed: 'Signed',
  date: 'Date',
  page: 'Page',
  of: 'of',
  who: 'Who',
  number: 'Number',
  why: 'What they say',
  picture: 'Picture',
  addressLeftOut: '[address left out]',
  asWritten: 'What people wrote stands in the language they wrote it in.',
  unreviewed: 'This translation has not been checked by a translator. If anything is unclear, ask us.',
} as const;

/** The wording for one document. */
export function wordingFor(source: OutputSource, { translation, child: only }: OutputAsked): Wording {
  const written = (text: string): string => (translation ? asWritten(text) : text);
  // wording that nobody has translated stands as it is written, too
  const say = (text: string): string => translation?.texts[text] ?? written(text);
  const language = translation?.language ?? ownLanguage;
  const list = (names: string[]): string =>
    names.length < 2
      ? (names[0] ?? '')
      : `${names.slice(0, -1).join(', ')} ${say(ownWords.and)} ${names.at(-1) ?? ''}`;
  const day = (at: Day | Moment): string => (translation ? dayIn(language, at) : inEnglish(at));
  const number = (value: number): string => (translation ? numberIn(language, value) : String(value));
  const phrase = (said: Phrase): string => {
    const text = translation?.texts[turnedIn(said, language)];
    return text === undefined ? written(phraseInWords(said)) : filled(text, said, { number, day });
  };
  const about = source.children.filter(({ id }) => only === undefined || id === only);
  const people = new Map([...source.people, ...source.children].map(({ id, name }) => [id, name]));
  return {
    ...{ language, direction: translation?.direction ?? 'ltr', say, list, day, number, phrase },
    written,
    personOf: (id) => people.get(id) ?? say(ownWords.unknownName),
    fill: (text, child) =>
      say(text).replaceAll(/\[(child|family|authority|day)\]/g, (_, name: string) => {
        if (name === 'family') return source.family;
        if (name === 'authority') return source.authority;
        if (name === 'day') return day(source.on);
        return child ? child.called : list(about.map(({ called }) => called));
      }),
  };
}

const inEnglish = (at: Day | Moment): string => (isMoment(at) ? momentInWords(at) : dayInWords(at));

/** As it is written in a language: the calendar's own words are English. */
function dayIn(language: string, at: Day | Moment): string {
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
  const day = format.format(new Date(`${dayOf(at)}T00:00:00Z`));
  return isMoment(at) ? `${day}, ${timeOf(at)}` : day;
}

/** Not in groups: a number may be a house's or a year's. */
function numberIn(language: string, value: number): string {
  return new Intl.NumberFormat(language, { useGrouping: false, maximumFractionDigits: 20 }).format(value);
}
