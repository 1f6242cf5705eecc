/** For each operation of the table, one thing done to the shipped pathway: at what, and with which answers. */
export interface Case {
  on: string;
  answers: Record<string, string>;
}

const step = { name: 'Call the family', role: 'social-worker', form: 'visit', timescale: 'none' };

export const cases: Record<string, Case> = {
  rename: { on: 'screen-contact', answers: { name: 'Look at the contact' } },
  who: { on: 'screen-contact', answers: { role: 'team-manager' } },
  'by-when': { on: 'screen-contact', answers: { timescales: 'contact-decision referral-decision' } },
  'which-form': { on: 'screen-contact', answers: { form: '+', title: 'First look' } },
  why: { on: 'screen-contact', answers: { text: 'Find out what the family needs.' } },
  law: { on: 'screen-contact', answers: { text: 'Local' } },
  practice: { on: 'screen-contact', answers: { text: 'Listen first.' } },
  'not-by': { on: 'screen-contact', answers: { step: 'record-contact' } },
  'gives-news': { on: 'screen-contact', answers: { news: 'new worry' } },
  'which-news': { on: 'more-harm-in-enquiry', answers: { news: '+', name: 'something else' } },
  'which-time': { on: 'time-to-prepare', answers: { timescale: 'referral-decision' } },
  'which-shared': { on: 'assess', answers: { process: 'closing' } },
  'new-timescale': {
    on: 'screen-contact',
    answers: { name: 'Quick look', length: '2', from: 'contact-received', until: 'contact-decided' },
  },
  'add-step-before': { on: 'screen-contact', answers: step },
  'add-step-after': { on: 'send-decision-letter', answers: step },
  'add-stage': { on: 'contact', answers: { name: 'Early talk', step: 'Talk to the family' } },
  'call-stage': { on: 'screen-contact', answers: { process: 'closing' } },
  'add-note': { on: 'screen-contact', answers: { text: 'Who does this at night?' } },
  'start-strand': {
    on: 'child-protection',
    answers: { name: 'School calls', news: '+', new: 'school called', step: 'Answer the school' },
  },
  'put-question': {
    on: 'screen-contact',
    answers: { name: 'Is it urgent?', when: 'contactOutcome = "referral"', to: 'record-contact' },
  },
  'add-branch': {
    on: 'is-it-a-referral',
    answers: { name: 'Later', when: 'contactOutcome = "referral"', to: 'referral' },
  },
  condition: { on: 'is-it-a-referral-to-referral', answers: { when: 'contactOutcome = "referral"' } },
  otherwise: { on: 'is-it-a-referral-to-referral', answers: {} },
  'leads-to': { on: 'is-it-a-referral-to-contact-closed', answers: { to: 'referral' } },
  'side-by-side': { on: 'record-missing', answers: { with: 'record-return' } },
  wait: { on: 'record-contact', answers: { news: 'new worry', timescale: 'referral-decision' } },
  'ends-early': { on: 'screen-contact', answers: { by: 'news new worry' } },
  'move-earlier': { on: 'screen-contact', answers: {} },
  'move-later': { on: 'record-missing', answers: {} },
  'move-to': { on: 'record-return', answers: { after: 'write-report' } },
  split: { on: 'screen-contact', answers: { name: 'Answer the caller', role: 'business-support' } },
  merge: { on: 'record-contact', answers: { name: 'Record and screen the contact', form: 'join' } },
  'end-here': { on: 'which-way-in-to-transfer-in', answers: { name: 'Sent back', all: 'all' } },
  'what-ends': { on: 'plan-over', answers: { all: '' } },
  remove: { on: 'is-it-a-referral', answers: { keep: 'is-it-a-referral-to-referral' } },
  'remove-branch': { on: 'is-it-a-referral-to-contact-closed', answers: {} },
};
