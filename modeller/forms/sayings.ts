/** What people say of the forms of a draft, as GET /api/drafts/:id/notes brings it. */
export interface Sayings {
  /** the questions a group asks itself of every form it redraws, in named sets */
  prompts: { id: string; name: string; questions: { id: string; text: string }[] }[];
  /** words that families should not have to read, and what to say instead */
  avoid: { word: string; say: string }[];
  notes: Note[];
  improvements: Improvement[];
  /** by name, who answers for taking out what the law needs */
  authorised: Authorised[];
}

/** A note of the group on a form or one of its questions. */
export interface Note {
  id: string;
  form: string;
  question?: string;
  /** id of the prompt it answers */
  prompt?: string;
  text: string;
  by: { id: string; name: string };
  at: string;
  /** dealt with: kept, and no longer open */
  settled?: boolean;
}

/** “This could be better”, said by somebody at work. */
export interface Improvement {
  id: string;
  form: string;
  question?: string;
  kind: 'harder' | 'easier' | 'duplicate' | 'wording' | 'barrier' | 'supports';
  about?: { form: string; question?: string };
  text: string;
  by: { id: string; name: string };
  at: string;
  answer?: {
    text: string;
    decision: 'done' | 'will-do' | 'not-now';
    by: { id: string; name: string };
    at: string;
  };
}

/** Who answers for a finding that the law raises, and why. */
export interface Authorised {
  finding: string;
  form?: string;
  question?: string;
  by: string;
  because: string;
  at: string;
}

/** Asked twice and looks the same: what the editor needs of the duplicates of a version. */
export interface Duplicated {
  askedTwice: {
    term: string;
    name: string;
    timesOnUsual: number;
    asked: { form: string; formTitle: string; stepName: string; question: string; label: string }[];
  }[];
  looksSame: {
    pair: string;
    a: { form: string; question: string; label: string };
    b: { form: string; question: string; label: string };
    because: string[];
  }[];
}
