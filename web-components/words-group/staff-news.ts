/** Words of what changed in the pathway, over everybody's work. */
export const staffNews = {
  changed: (day: string) => `What changed on ${day}, and who asked for it`,
  changes: (day: string) => `What changes on ${day}, and who asked for it`,
  asked: (who: string) => `Asked for by ${who}`,
  all: (count: number) => (count === 1 ? 'The one change' : `All ${String(count)} changes`),
  away: 'I have read it',
  log: 'Change log',
};
