import type { TemplateResult } from 'lit';
import type { PlanRow } from '../../api-office/plans.ts';
import type { Writing } from './row-form.ts';
import type { SettledHere } from './settled-here.ts';

/** What the parts of the page may do: the page itself knows what is being written and speaks to the server. */
export interface Acts {
  /** opens the form of some cells of a row */
  open: (writing: Writing) => void;
  isOpen: (block: string, row?: string) => boolean;
  /** the form that is open */
  form: (block: string) => TemplateResult;
  /** cells of a row at once, without a form */
  send: (block: string, row: PlanRow) => void;
  /** a button for a new row, or its form */
  adding: (block: string, columns: string[], label: string, values?: PlanRow) => TemplateResult;
  /** actions settled since the page was opened */
  settledHere: SettledHere;
  button: (text: string, label: string, act: () => void) => TemplateResult;
}
