import { announce } from '../contexts/announce.ts';
import { forgetChildren } from '../contexts/chosen-children.ts';
import { forgetChoices } from '../contexts/kept-choices.ts';
import { forgetOutcomes } from '../contexts/outcomes.ts';
import { forgetUnsent } from './drafts.ts';

/** Nothing that somebody typed, chose or was told stays in this window for whoever signs in next. */
export function forgetAll(): void {
  forgetUnsent();
  forgetChoices();
  forgetChildren();
  forgetOutcomes();
  announce('');
}
