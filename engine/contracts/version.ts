import type { Calendar } from './calendar.ts';
import type { Block, Dictionary, Fact, Form, Role } from './forms.ts';
import type { Output, Translation } from './output.ts';
import type { Pathway } from './pathway.ts';
import type { PracticeViews } from './practice.ts';
import type { Tables } from './tables.ts';
import type { Timescale } from './timescales.ts';

/** A published pathway version, read: the drawing, what stands beside it, and the tables it runs on. */
export interface Version {
  /** content hash of everything in the version's folder but its examples */
  id: string;
  name: string;
  xml: string;
  pathway: Pathway;
  tables: Tables;
  forms: Record<string, Form>;
  timescales: Timescale[];
  facts: Fact[];
  roles: Role[];
  dictionary: Dictionary;
  blocks: Block[];
  /** how the practice model is shown; absent: its blocks stand in forms only */
  practice?: PracticeViews;
  outputs: Output[];
  /** the wording of its outputs in other languages; absent: in none */
  translations?: Translation[];
  calendar: Calendar;
}
