const counted = (count: number, one: string, many = `${one}s`): string =>
  `${String(count)} ${count === 1 ? one : many}`;

/** Words of the page that shows what a pathway asks twice. */
export const duplicates = {
  title: (name: string) => `What “${name}” asks twice`,
  lead: 'Evidence to talk about, never merged by itself. Copying what is known can be right: what counts is whether somebody has to write it again.',
  back: 'Back to the draft',
  looking: 'Looking through the drawing and its forms. This can take some seconds after a change.',
  notWalked:
    'The drawing cannot be walked through yet, so its ways are not counted. The checks of the draft say what to put right.',
  parts: {
    label: 'Kinds of duplicates',
    asked: (count: number) => `Asked twice (${String(count)})`,
    alike: (count: number) => `Looks the same (${String(count)})`,
    steps: (count: number) => `Steps that repeat (${String(count)})`,
    matrix: 'Terms and forms',
  },
  totals: {
    title: 'One child’s way',
    caption: (name: string, against?: string) =>
      against === undefined
        ? `What one child’s way asks in ${name}`
        : `${name}, held against ${against} (before)`,
    ways: { shortest: 'Shortest way', usual: 'Usual way', longest: 'Longest way' },
    what: 'What is counted',
    rows: {
      questions: 'Questions asked',
      askedAgain: 'of these asked before on the way',
      asNew: 'of these again in an empty box',
      steps: 'Steps',
      handOvers: 'Hand-overs to another role',
      forms: 'Different forms',
    },
    before: (count: number) => `before: ${String(count)}`,
    how: 'How the ways are counted',
    explained: [
      'Shortest: the fewest questions from the start to an end.',
      'Usual: a family as it typically goes (referred, enquired about, on a plan with one visit, one core group and one review, then closed). Where nothing is typical, the default of the drawing is taken; every clock runs down once.',
      'Longest: in every stage the way with the most questions, with every loop on it gone round once more. Few children go it.',
      'A question that shows itself only sometimes is counted as asked. “In an empty box” means that nothing known is filled in or shown beside, and no fresh thought is asked for on purpose.',
    ],
  },
  asked: {
    lead: 'Terms that one child’s way can meet more than once, those asked most often on the usual way first.',
    none: 'Nothing is asked twice on one way.',
    times: (usual: number, longest: number, places: number) =>
      `${counted(usual, 'time')} on the usual way, ${String(longest)} on the longest; ${counted(places, 'place')}`,
    step: 'Step',
    form: 'Form',
    question: 'Question',
    policy: 'What becomes of the earlier answer',
    policies: {
      ask: 'Asked as new: an empty box',
      'ask-again': 'Asked afresh on purpose',
      'show-beside': 'Shown beside',
      'carry-forward': 'Carried forward',
      computed: 'Worked out',
      linked: 'Linked',
    },
    change: 'Change the question',
  },
  alike: {
    lead: 'Questions without a common term whose wording looks the same. Say what each pair is: the group’s word is kept for every later draft.',
    none: 'No two questions without a common term look the same.',
    because: 'Why it is shown:',
    more: (count: number) => `and ${counted(count, 'further pair')} of the same two terms`,
    in: (form: string) => `in ${form}`,
    marks: {
      'ask-once': 'Same: ask once',
      'show-earlier': 'Same: show the earlier answer',
      differs: 'Looks the same, differs',
      unsure: 'Unsure',
    },
    markIt: (a: string, b: string) => `What “${a}” and “${b}” are`,
    reason: 'In what do they differ?',
    reasonMissing: 'Say in what the two differ, so that nobody has to find out again.',
    save: 'Save',
    saved: (mark: string) => `Kept: ${mark}.`,
    said: (mark: string, by: string, on: string) => `${mark}, said by ${by} on ${on}`,
    hide: 'Hide pairs the group has spoken on',
  },
  steps: {
    lead: 'Steps of one role that ask for the same, approvals after approvals, and records nobody reads.',
    none: 'No steps repeat each other.',
    kinds: {
      'shares-terms': 'Ask for the same',
      'approval-after-approval': 'Approval after approval',
      'nobody-reads': 'Nobody reads it',
    },
    show: 'Show in the drawing',
  },
  matrix: {
    lead: 'Which form asks for which term. A number says how many of its questions do.',
    caption: 'Terms by form',
    term: 'Term',
    several: 'Only terms that several forms ask for',
    more: (count: number) => `Show ${String(count)} more`,
    scroll: 'Terms by form, scrolls sideways',
    asks: (count: number) => counted(count, 'question'),
  },
  all: (count: number) => `Show all ${String(count)}`,
} as const;
