import type { Version } from '../../contracts/index.ts';
import type { Statutory } from '../checks/index.ts';
import { align } from './align.ts';
import { author } from './author.ts';
import { beside } from './beside.ts';
import { bothOf } from './both.ts';
import { branch } from './branch.ts';
import type { Change, Kind } from './change.ts';
import { formUsed } from './form-used.ts';
import { forms } from './forms.ts';
import { inOrder } from './in-order.ts';
import { markByLaw } from './mark-by-law.ts';
import { message } from './message.ts';
import { name } from './name.ts';
import { role } from './role.ts';
import { step } from './step.ts';
import { timescale } from './timescale.ts';
import { way } from './way.ts';
import { why } from './why.ts';

/** Kinds of change, in the order in which they are told of one step. */
const kinds: Kind[] = [
  step,
  way,
  name,
  role,
  author,
  timescale,
  formUsed,
  branch,
  message,
  why,
  forms,
  beside,
];

/**
 * What changed from one version to the next, in sentences a person can read aloud: what the law asks for first and
 * marked, then along the pathway. Only what affects the work is told: a drawing that is only laid out anew gives none.
 * With `statutory` (what the law asks of any drawing of this pathway), changes of what it asks for are marked too.
 */
export function compareVersions(before: Version, after: Version, statutory?: Statutory): Change[] {
  const both = bothOf(align(before, after), after);
  const changes = kinds.flatMap((kind) => kind(both));
  return inOrder(both, statutory ? markByLaw(both, changes, statutory) : changes);
}
