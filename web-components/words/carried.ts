/** Words over a form that changed while somebody was writing it. */
export const carried = {
  title: 'This form has changed since you began',
  says: 'The family is on a new version of the pathway. What was written is still here.',
  lookAgain: 'Look at these answers again',
  left: 'Written before, and not asked any more',
};
