/** How far each role reaches, by what is asked for, written down apart from rights.json: a change there has to be meant here too. */
export const work = {
  'social-worker': 'own',
  'front-door-social-worker': 'team',
  'team-manager': 'team',
  'conference-chair': 'service',
  'business-support': 'service',
  'return-interview-worker': 'service',
  'service-manager': 'service',
  'newly-qualified-social-worker': 'own',
  'out-of-hours-worker': 'own',
  'minute-taker': 'own',
} as const;

export const readWork = {
  'social-worker': 'team',
  'front-door-social-worker': 'team',
  'team-manager': 'service',
  'conference-chair': 'service',
  'business-support': 'service',
  'return-interview-worker': 'service',
  'service-manager': 'service',
  'head-of-service': 'all',
  'newly-qualified-social-worker': 'team',
  'out-of-hours-worker': 'service',
  'minute-taker': 'own',
  solicitor: 'own',
  inspector: 'all',
} as const;

export const read = {
  'social-worker': 'team',
  'front-door-social-worker': 'service',
  'team-manager': 'service',
  'conference-chair': 'service',
  'business-support': 'own',
  'return-interview-worker': 'own',
  'service-manager': 'service',
  'head-of-service': 'all',
  'newly-qualified-social-worker': 'team',
  'out-of-hours-worker': 'service',
  'minute-taker': 'own',
  solicitor: 'own',
  inspector: 'all',
} as const;

export const add = {
  'social-worker': 'own',
  'front-door-social-worker': 'team',
  'team-manager': 'team',
  'conference-chair': 'service',
  'return-interview-worker': 'own',
  'service-manager': 'service',
  'newly-qualified-social-worker': 'own',
  'out-of-hours-worker': 'own',
  solicitor: 'own',
} as const;

export const startStrand = {
  'social-worker': 'own',
  'front-door-social-worker': 'team',
  'team-manager': 'team',
  'service-manager': 'service',
  'newly-qualified-social-worker': 'own',
  'out-of-hours-worker': 'own',
} as const;

export const changeFamily = {
  'social-worker': 'own',
  'front-door-social-worker': 'own',
  'team-manager': 'team',
  'business-support': 'own',
  'newly-qualified-social-worker': 'own',
  'out-of-hours-worker': 'own',
} as const;

export const changePlan = {
  'social-worker': 'own',
  'front-door-social-worker': 'own',
  'team-manager': 'team',
  'conference-chair': 'service',
  'newly-qualified-social-worker': 'own',
  'out-of-hours-worker': 'own',
} as const;

export const correct = {
  'social-worker': 'own',
  'front-door-social-worker': 'own',
  'team-manager': 'team',
  'service-manager': 'service',
  'newly-qualified-social-worker': 'own',
  'out-of-hours-worker': 'own',
} as const;

export const reopen = {
  'team-manager': 'team',
  'service-manager': 'service',
  'head-of-service': 'all',
} as const;

export const giveWork = {
  'team-manager': 'team',
  'service-manager': 'service',
  'head-of-service': 'all',
} as const;

export const find = {
  'social-worker': 'all',
  'front-door-social-worker': 'all',
  'team-manager': 'all',
  'conference-chair': 'all',
  'business-support': 'all',
  'service-manager': 'all',
  'head-of-service': 'all',
  'newly-qualified-social-worker': 'all',
  'out-of-hours-worker': 'all',
} as const;

export const openContact = {
  'social-worker': 'all',
  'front-door-social-worker': 'all',
  'team-manager': 'all',
  'business-support': 'all',
  'newly-qualified-social-worker': 'all',
  'out-of-hours-worker': 'all',
} as const;

export const changePerson = {
  'social-worker': 'own',
  'front-door-social-worker': 'service',
  'team-manager': 'team',
  'business-support': 'service',
  'service-manager': 'service',
  'newly-qualified-social-worker': 'own',
} as const;

export const attach = {
  'social-worker': 'all',
  'front-door-social-worker': 'all',
  'team-manager': 'all',
  'conference-chair': 'all',
  'business-support': 'all',
  'return-interview-worker': 'all',
  'service-manager': 'all',
  'newly-qualified-social-worker': 'all',
  'out-of-hours-worker': 'all',
  'minute-taker': 'all',
  solicitor: 'all',
} as const;

export const seeStages = {
  'social-worker': 'team',
  'front-door-social-worker': 'team',
  'team-manager': 'service',
  'conference-chair': 'service',
  'service-manager': 'service',
  'practice-lead': 'service',
  'head-of-service': 'all',
  'assistant-director': 'all',
  'newly-qualified-social-worker': 'team',
  'practice-leader': 'service',
  inspector: 'all',
  'performance-officer': 'all',
} as const;

export const administer = { administrator: 'all' } as const;
export const move = { 'practice-lead': 'all', 'service-manager': 'all', 'head-of-service': 'all' } as const;
export const approve = { 'practice-lead': 'all' } as const;
/** by name alone, without being able to look people up */
export const findFamilies = {
  ...find,
  'return-interview-worker': 'all',
  solicitor: 'all',
  'records-officer': 'all',
  inspector: 'all',
} as const;
export const invite = {
  'social-worker': 'own',
  'team-manager': 'team',
  'service-manager': 'service',
} as const;
export const readShared = {
  'partner-agency': 'own',
  'practice-consultant': 'own',
  'learning-audience': 'own',
} as const;
export const withhold = {
  'social-worker': 'own',
  'newly-qualified-social-worker': 'own',
  'front-door-social-worker': 'own',
  'team-manager': 'team',
  'conference-chair': 'service',
  'service-manager': 'service',
  'head-of-service': 'all',
} as const;
export const listWork = {
  ...readWork,
  'minute-taker': undefined,
  solicitor: undefined,
  'performance-officer': 'all',
} as const;
export const redraw = {
  'practice-lead': 'all',
  'working-group-member': 'all',
  'head-of-service': 'all',
  'practice-leader': 'all',
  'learning-facilitator': 'all',
  'co-trainer': 'all',
  'practice-consultant': 'all',
} as const;
export const readAudit = {
  administrator: 'all',
  'head-of-service': 'all',
  'records-officer': 'all',
} as const;
export const seeWhoLooked = { ...readAudit, 'team-manager': 'team', 'service-manager': 'service' } as const;
export const disclose = { 'records-officer': 'all' } as const;
export const seeRetention = { 'records-officer': 'all', 'head-of-service': 'all' } as const;
export const approveDisposal = { 'head-of-service': 'all' } as const;

export const share = {
  'social-worker': 'own',
  'newly-qualified-social-worker': 'own',
  'front-door-social-worker': 'team',
  'out-of-hours-worker': 'own',
  'team-manager': 'team',
  'conference-chair': 'service',
  'business-support': 'own',
  'return-interview-worker': 'own',
  'service-manager': 'service',
  'minute-taker': 'own',
  solicitor: 'own',
} as const;

/** Roles that may open a family for a time that they do not reach, giving a reason. */
export const breaksGlass = [
  ...['social-worker', 'newly-qualified-social-worker', 'front-door-social-worker', 'out-of-hours-worker'],
  ...['team-manager', 'conference-chair', 'service-manager', 'solicitor', 'assistant-director'],
];
