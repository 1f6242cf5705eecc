/** A text to be looked at, with where it stands: a block, a question. */
export interface Passage {
  at: string;
  text: string;
}
