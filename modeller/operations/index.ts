import { addBranch } from './add-branch.ts';
import { addNote } from './add-note.ts';
import { addStage } from './add-stage.ts';
import { addStepAfter } from './add-step-after.ts';
import { addStepBefore } from './add-step-before.ts';
import { byWhen } from './by-when.ts';
import { callStage } from './call-stage.ts';
import { condition } from './condition.ts';
import { endHere } from './end-here.ts';
import { endsEarly } from './ends-early.ts';
import { givesNews } from './gives-news.ts';
import { law } from './law.ts';
import { leadsTo } from './leads-to.ts';
import { merge } from './merge.ts';
import { moveEarlier } from './move-earlier.ts';
import { moveLater } from './move-later.ts';
import { moveTo } from './move-to.ts';
import { newTimescale } from './new-timescale.ts';
import { notBy } from './not-by.ts';
import type { Operation } from './operation.ts';
import { otherwise } from './otherwise.ts';
import { practice } from './practice.ts';
import { putQuestion } from './put-question.ts';
import { removeBranch } from './remove-branch.ts';
import { remove } from './remove.ts';
import { rename } from './rename.ts';
import { sideBySide } from './side-by-side.ts';
import { split } from './split.ts';
import { startStrand } from './start-strand.ts';
import { wait } from './wait.ts';
import { whatEnds } from './what-ends.ts';
import { whichForm } from './which-form.ts';
import { whichNews } from './which-news.ts';
import { whichShared } from './which-shared.ts';
import { whichTime } from './which-time.ts';
import { who } from './who.ts';
import { why } from './why.ts';

export type { Answers, Ask, Group, Hand, Operation, Option, Target } from './operation.ts';

/** Everything that can be done to a pathway, in the order in which it is offered: in the drawing and in the outline. */
export const operations: readonly Operation[] = [
  rename,
  who,
  byWhen,
  whichForm,
  why,
  law,
  practice,
  notBy,
  givesNews,
  whichNews,
  whichTime,
  whichShared,
  newTimescale,
  addStepBefore,
  addStepAfter,
  addStage,
  callStage,
  addNote,
  startStrand,
  putQuestion,
  addBranch,
  condition,
  otherwise,
  leadsTo,
  sideBySide,
  wait,
  endsEarly,
  moveEarlier,
  moveLater,
  moveTo,
  split,
  merge,
  endHere,
  whatEnds,
  remove,
  removeBranch,
];
