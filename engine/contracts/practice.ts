/** How an authority's practice model is shown: practice.json says it, so that another model needs no code. */
export interface PracticeViews {
  map?: MapView;
  scaling?: ScalingView;
  voice?: VoiceView;
  story?: StoryView;
  network?: NetworkView;
}

/** The family's one living assessment: shared blocks side by side, and two of them row by row in pairs. */
export interface MapView {
  title: string;
  lead: string;
  columns: { title: string; blocks: string[] }[];
  /** each row of `of` stands with the row of `with` that has the same value in column `by` */
  pairs?: { title: string; of: string; with: string; by: string; missing: string };
  /** blocks shown below, each under its own title */
  below: string[];
}

/** Scores that people give again and again: which column holds what. */
export interface ScalingView {
  title: string;
  block: string;
  /** column with what is scored; its value for everything together, and what that is called */
  about: string;
  overall: number;
  overallTitle: string;
  aboutTitle: string;
  score: string;
  on: string;
  rater: string;
  name: string;
  children: string;
  why: string;
}

/** What children say: their own words, panels of words, and pictures with the child's own title. */
export interface VoiceView {
  title: string;
  block: string;
  child: string;
  on: string;
  words: string;
  panels: string[];
  picture: string;
  pictureTitle: string;
  /** column with what the picture shows, for whoever can't see it */
  pictureSays: string;
  /** after so many days without an entry it is said that it is old */
  freshDays: number;
  /** what asks for that */
  source: string;
}

/** A story told to children in pictures with words. */
export interface StoryView {
  block: string;
  child: string;
  picture: string;
  words: string;
}

/** The people around the children: which column holds what, and what the words of a relationship mean in a drawing. */
export interface NetworkView {
  title: string;
  block: string;
  person: string;
  relation: string;
  household: string;
  relations: RelationWord[];
  /** words by which a relationship names a child who is not born yet */
  unborn: string[];
}

/** How somebody is related to a child, as a drawing can show it. */
export type RelationKind = 'parent' | 'step-parent' | 'grandparent' | 'sibling' | 'parents-sibling';

export interface RelationWord {
  says: string;
  is: RelationKind;
  sex?: 'M' | 'F';
  /** through which parent, where the word says it */
  side?: 'M' | 'F';
}
