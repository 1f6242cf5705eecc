import { answersAreRead } from './answers-are-read.ts';
import { conditionsAreKnown } from './conditions-are-known.ts';
import { easyToRead } from './easy-to-read.ts';
import { expressionsAreReadable } from './expressions-are-readable.ts';
import { copiesAreSensible } from './copies-are-sensible.ts';
import { factsAreRecorded } from './facts-are-recorded.ts';
import { idsAreFree } from './ids-are-free.ts';
import { idsAreUnique } from './ids-are-unique.ts';
import { lettersAreReadable } from './letters-are-readable.ts';
import { bookingIsKnown, meetingIsKnown } from './meeting-is-known.ts';
import { namesAreKnown } from './names-are-known.ts';
import { optionsAreKnown } from './options-are-known.ts';
import { questionsAreDefended } from './questions-are-defended.ts';
import { requiredHasAWayOut } from './required-has-a-way-out.ts';
import { schemaIsMadeHere } from './schema-is-made-here.ts';
import type { FormCheck } from './surroundings.ts';
import { tablesAreKnown } from './tables-are-known.ts';
import { wordsArePlain } from './words-are-plain.ts';

/** Every check of a form, in the order in which their findings are shown. */
export const formChecks: FormCheck[] = [
  idsAreUnique,
  idsAreFree,
  lettersAreReadable,
  schemaIsMadeHere,
  questionsAreDefended,
  optionsAreKnown,
  tablesAreKnown,
  conditionsAreKnown,
  copiesAreSensible,
  meetingIsKnown,
  bookingIsKnown,
  factsAreRecorded,
  expressionsAreReadable,
  namesAreKnown,
  requiredHasAWayOut,
  answersAreRead,
  wordsArePlain,
  easyToRead,
];
