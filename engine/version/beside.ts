import type {
  Block,
  Dictionary,
  Fact,
  Form,
  Output,
  PracticeViews,
  Role,
  Timescale,
  Translation,
} from '../contracts/index.ts';

/** Everything of a version but its drawing. */
export interface Beside {
  name: string;
  forms: Record<string, Form>;
  timescales: Timescale[];
  facts: Fact[];
  roles: Role[];
  dictionary: Dictionary;
  blocks: Block[];
  practice?: PracticeViews;
  outputs: Output[];
  translations?: Translation[];
}
