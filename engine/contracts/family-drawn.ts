/** A family as it is drawn from the list of people around the children. */
import type { Day } from './calendar.ts';

/** Somebody of the family as the drawing needs them. */
export interface PersonDrawn {
  id: string;
  name: string;
  called?: string;
  sex?: 'M' | 'F' | 'U';
  born?: Day;
  expected?: Day;
  died?: Day;
}

export interface GenogramPerson extends PersonDrawn {
  /** a child whom the case is about */
  child: boolean;
  unborn: boolean;
  /** lives in the children's home; undefined: nobody said */
  home?: boolean;
  /** as somebody wrote it */
  relation: string;
  /** 0 grandparents, 1 parents and theirs, 2 children, 3 everybody else */
  rank: 0 | 1 | 2 | 3;
  /** place in the rank, from the left */
  at: number;
}

/** Parents and the children they have together; one parent where nobody named another. */
export interface Union {
  parents: string[];
  children: string[];
}

/** A line from one person to another. */
export interface Line {
  from: string;
  to: string;
}

/** A family drawn from its network: who stands where, and the lines that the relationships say. */
export interface Genogram {
  people: GenogramPerson[];
  unions: Union[];
  /** partners of a parent who are no parent themselves */
  partners: Line[];
  /** a grandparent to the parent through whom they are one */
  above: Line[];
}
