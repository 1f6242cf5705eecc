/** Words of the page on which somebody sees where they are signed in. */
export const sessions = {
  title: 'Where you are signed in',
  lead: 'Every browser in which you are signed in. Sign out where you do not need it, and tell your service desk if there is one you do not know.',
  here: 'This one',
  since: (when: string) => `Since ${when}`,
  used: (when: string) => `last used ${when}`,
  end: 'Sign out there',
  endNamed: (browser: string, since: string) => `Sign out there: ${browser}, since ${since}`,
  others: 'Sign out everywhere else',
  only: 'You are signed in nowhere else.',
  ended: 'Signed out there.',
  endedMany: (count: number) =>
    `Signed out in ${count === 1 ? '1 other place' : `${String(count)} other places`}.`,
  ends: 'A session ends by itself after 30 minutes without use, and after 12 hours in any case.',
} as const;
