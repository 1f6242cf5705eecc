import { mayBegin } from '../../contexts/session.ts';

/** Where somebody begins: at their work, or who has no queue where they have a part: the pathway, what is shared, the records. */
export const home = (): string => {
  if (mayBegin('list-work')) return '/work';
  if (mayBegin('change-pathway')) return '/pathway';
  if (mayBegin('read-shared')) return '/invited';
  return mayBegin('read-audit') ? '/audit' : '/today';
};
