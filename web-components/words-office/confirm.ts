/** Showing once more who one is, and signing in through the authority’s own provider. */
export const confirmWords = {
  title: 'Show that it is you',
  lead: 'This is asked before something that cannot be taken back. It holds for ten minutes.',
  password: 'Your password',
  missing: 'Enter your password',
  button: 'Confirm',
  cancel: 'Cancel',
  demonstration: 'In a demonstration nothing more is asked of you.',
  provider: (authority: string) => `Confirm with ${authority}`,
  providerLead: 'Your authority’s sign-in opens in another window. Come back here when it is done.',
  waiting: 'Waiting for the other window …',
  none: 'There is no way to confirm it here. Sign out, then sign in again.',
  doneTitle: 'Confirmed',
  done: 'You can close this window and go on where you were.',
  notDoneTitle: 'Not confirmed',
  signInWith: (authority: string) => `Sign in with ${authority}`,
  orPassword: 'Or with a password kept here',
} as const;

const lookedAfter = 'Ask whoever looks after accounts.';
const again = 'Try again.';

/** Why the authority’s sign-in did not let somebody in, by the code in the address. */
const reasons: Record<string, string> = {
  attempt: 'This sign-in took more than ten minutes, or was begun in another window. Try again.',
  provider: 'Your authority’s sign-in did not say who you are. Try again.',
  'provider-away': 'Your authority’s sign-in does not answer at the moment. Try again in a minute.',
  'one-factor':
    'You signed in with a password alone. This service needs a second step as well, such as a code or a key.',
  'unknown-person': `You have no account here. ${lookedAfter}`,
  'another-person': `This account belongs to somebody else. ${lookedAfter}`,
  'no-role': `You are known here, but have no role yet. ${lookedAfter}`,
  ended: `Your account is disabled, or has ended. ${lookedAfter}`,
  'local-name': `There is an account with your name that is not linked to you. ${lookedAfter}`,
  meanwhile: `Something changed while you signed in. ${again}`,
};

/** The sentence for a code; an unknown one says only that it did not work. */
export function sayRefused(code: string): string {
  return reasons[code] ?? `You could not be signed in. ${again}`;
}
