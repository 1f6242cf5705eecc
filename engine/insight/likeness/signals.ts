/** What two questions are compared by; each says from 0 to 1 how much they are alike. */
export interface Signals {
  /** the words of label and hint, rare ones weighing more */
  words: number;
  /** the same, once synonyms are put alike */
  meaning: number;
  /** the rarest word they share: "doctor" says more than "reason", which everything has */
  rare: number;
  /** how the label is spelt: runs of three letters */
  spelling: number;
  /** the kind of answer: its type, options, columns */
  shape: number;
  /** where it stands: in sections of like names, alike far into the form */
  place: number;
}

/** How much each signal counts. They are data, set on questions that people sorted by hand. */
export type Weights = Record<keyof Signals, number>;

/** The weighed mean of the signals, from 0 to 1. */
export function scoreOf(signals: Signals, weights: Weights): number {
  let sum = 0;
  let all = 0;
  for (const key of Object.keys(weights) as (keyof Signals)[]) {
    sum += weights[key] * signals[key];
    all += weights[key];
  }
  return all === 0 ? 0 : sum / all;
}

/** From here on a signal is told as a reason. */
const telling = 0.6;

/** Why two questions look the same, for people. */
export function reasonsOf(signals: Signals): string[] {
  const { words, meaning, spelling, shape, place } = signals;
  return [
    ...(words > 0.999 ? ['the same words'] : words >= telling ? ['much the same words'] : []),
    ...(words < telling && meaning >= telling ? ['words that mean the same'] : []),
    ...(words < telling && meaning < telling ? ['some words that mean the same'] : []),
    ...(spelling >= telling && words < telling ? ['spelt alike'] : []),
    ...(shape > 0.999 ? ['the same kind of answer'] : shape >= 0.5 ? ['a like kind of answer'] : []),
    ...(place >= 0.8 ? ['in a like place of the form'] : []),
  ];
}
