import { error } from './surroundings.ts';
import type { FormCheck } from './surroundings.ts';

/** Control letters, half letters, letters that turn the order of others round, and what is left of lost ones. */
const unreadable = /\\u00[01][0-9a-f]|\\b|\\f|\\ud[89a-f][0-9a-f]{2}|[\u202A-\u202E\u2066-\u2069\uFFFD]/;

/** What a form says is read by people, and printed: every letter of it can be. */
export const lettersAreReadable: FormCheck = (form) =>
  unreadable.test(JSON.stringify(form).replaceAll('\\\\', ''))
    ? [
        error(
          'letters-are-readable',
          'The form holds letters that can’t be read or printed. Write the words that look wrong again.',
        ),
      ]
    : [];
