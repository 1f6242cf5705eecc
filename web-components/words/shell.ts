/** Words of the frame around every page. */
export const shell = {
  service: 'Throughline',
  skip: 'Skip to main content',
  menu: 'Menu',
  error: 'Error',
  demonstration: 'Every family, child and worker here is invented. Do not enter anything about real people.',
  demonstrationTag: 'Demonstration',
  nav: {
    label: 'Service',
    today: 'Today',
    work: 'My work',
    oversight: 'Oversight',
    stages: 'Cases by stage',
    measures: 'Measures',
    invited: 'Shared with you',
    families: 'Find a family',
    contact: 'Record a contact',
    pathway: 'Pathway',
    accounts: 'Accounts',
    operations: 'Running',
    audit: 'Records',
  },
  sessions: 'where you are signed in',
  signOut: 'Sign out',
  offline: 'No connection. What you type stays on this page and is sent when the connection is back.',
  back: 'The connection is back.',
  loading: 'Loading',
  missing: (online: boolean) =>
    `This page could not be loaded. ${online ? 'Load it again.' : 'It opens when the connection is back.'}`,
  help: 'Help',
  accessibility: 'Accessibility',
  helpLine: 'Stuck, or something looks wrong?',
  tryAgain: 'Try again',
} as const;

export const refused = {
  title: 'You cannot open this page',
  explain: 'Your role, or a restriction on this family, does not include it. You are still signed in.',
  whom: 'If you need it for your work, ask your team manager, who can change who may see it.',
  home: 'Go to my work',
  unreachable: 'No connection',
  notFoundTitle: 'Page not found',
  notFound: 'There is nothing at this address. It may have been mistyped, or moved.',
  gone: 'Not found',
  problem: 'Something went wrong',
} as const;

export const signInWords = {
  title: 'Sign in',
  name: 'Username',
  password: 'Password',
  show: 'Show',
  hide: 'Hide',
  showLabel: 'Show password',
  hideLabel: 'Hide password',
  button: 'Sign in',
  problem: 'There is a problem',
  nameMissing: 'Enter your username',
  passwordMissing: 'Enter your password',
  signedOut:
    'You have been signed out. Sign in again to carry on where you were; nothing you typed is lost while this page stays open.',
  forgotten: 'Forgotten your password? Your service desk can give you a new one.',
  demonstrationTitle: 'Who would you like to be?',
  demonstrationLead:
    'These people are invented, and so are their families. Choose one to see the service through their eyes.',
  signInAs: 'Sign in as',
  otherAccount: 'Sign in with an account instead',
} as const;

export const firstAdministrator = {
  title: 'Make the first account',
  lead: 'This account looks after all others. The link works once.',
  displayName: 'Your name',
  name: 'Username',
  password: 'Password',
  passwordHint: 'At least 12 characters. Three unrelated words make a good one. You can paste it.',
  button: 'Make the account',
  made: 'The account is made. Sign in with it.',
  missing: (what: string) => `Enter ${what}`,
} as const;

export const helpWords = {
  title: 'Help',
  lines: [
    'For a question about practice, ask your practice lead or your team manager.',
    'For a question about your account, or when something does not work, ask your service desk.',
    'If a child is in danger now, call 999 first. The record can wait.',
  ],
  keysTitle: 'Working by keyboard',
  keys: [
    'Tab and Shift with Tab move between links, buttons and answers. The first Tab on any page offers to skip to its content.',
    'Arrow keys move between the options of a question that has one answer. Space ticks and unticks.',
    'Everything a drawing shows is also said in words beside it.',
  ],
  mine: 'What I have looked at',
  savedTitle: 'What happens to what you type',
  saved: [
    'Each answer is saved by itself a moment after you stop typing; the time is shown beside it.',
    'Without a connection the page keeps what you typed and sends it when the connection is back. Keep the page open until it says Saved.',
    'When two people change one answer, both texts are kept and shown, and you decide.',
  ],
} as const;
