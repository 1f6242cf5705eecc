/** How far each role reaches, written down apart from rights.json: a change there has to be meant here too. */
export type Reach = 'own' | 'team' | 'service' | 'all';
export type Expected = 'everyone' | 'signed-in' | Partial<Record<string, Reach | undefined>>;

const work = {
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

const readWork = {
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

const read = {
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

const add = {
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

const startStrand = {
  'social-worker': 'own',
  'front-door-social-worker': 'team',
  'team-manager': 'team',
  'service-manager': 'service',
  'newly-qualified-social-worker': 'own',
  'out-of-hours-worker': 'own',
} as const;

const changeFamily = {
  'social-worker': 'own',
  'front-door-social-worker': 'own',
  'team-manager': 'team',
  'business-support': 'own',
  'newly-qualified-social-worker': 'own',
  'out-of-hours-worker': 'own',
} as const;

const correct = {
  'social-worker': 'own',
  'front-door-social-worker': 'own',
  'team-manager': 'team',
  'service-manager': 'service',
  'newly-qualified-social-worker': 'own',
  'out-of-hours-worker': 'own',
} as const;

const reopen = { 'team-manager': 'team', 'service-manager': 'service', 'head-of-service': 'all' } as const;

const find = {
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

const openContact = {
  'social-worker': 'all',
  'front-door-social-worker': 'all',
  'team-manager': 'all',
  'business-support': 'all',
  'newly-qualified-social-worker': 'all',
  'out-of-hours-worker': 'all',
} as const;

const changePerson = {
  'social-worker': 'own',
  'front-door-social-worker': 'service',
  'team-manager': 'team',
  'business-support': 'service',
  'service-manager': 'service',
  'newly-qualified-social-worker': 'own',
} as const;

const attach = {
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

const seeStages = {
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

const administer = { administrator: 'all' } as const;
const move = { 'practice-lead': 'all', 'service-manager': 'all', 'head-of-service': 'all' } as const;
const approve = { 'practice-lead': 'all' } as const;
/** by name alone, without being able to look people up */
const findFamilies = {
  ...find,
  'return-interview-worker': 'all',
  solicitor: 'all',
  'records-officer': 'all',
  inspector: 'all',
} as const;
const invite = { 'social-worker': 'own', 'team-manager': 'team', 'service-manager': 'service' } as const;
const readShared = {
  'partner-agency': 'own',
  'practice-consultant': 'own',
  'learning-audience': 'own',
} as const;
const withhold = {
  'social-worker': 'own',
  'newly-qualified-social-worker': 'own',
  'front-door-social-worker': 'own',
  'team-manager': 'team',
  'conference-chair': 'service',
  'service-manager': 'service',
  'head-of-service': 'all',
} as const;
const listWork = {
  ...readWork,
  'minute-taker': undefined,
  solicitor: undefined,
  'performance-officer': 'all',
} as const;
const redraw = {
  'practice-lead': 'all',
  'working-group-member': 'all',
  'head-of-service': 'all',
  'practice-leader': 'all',
  'learning-facilitator': 'all',
  'co-trainer': 'all',
  'practice-consultant': 'all',
} as const;
const readAudit = { administrator: 'all', 'head-of-service': 'all', 'records-officer': 'all' } as const;
const seeWhoLooked = { ...readAudit, 'team-manager': 'team', 'service-manager': 'service' } as const;
const disclose = { 'records-officer': 'all' } as const;
const seeRetention = { 'records-officer': 'all', 'head-of-service': 'all' } as const;
const approveDisposal = { 'head-of-service': 'all' } as const;

/** Roles that may open a family for a time that they do not reach, giving a reason. */
export const breaksGlass = [
  ...['social-worker', 'newly-qualified-social-worker', 'front-door-social-worker', 'out-of-hours-worker'],
  ...['team-manager', 'conference-chair', 'service-manager', 'solicitor', 'assistant-director'],
];

/** A row for every route: whom it lets in, and how far. A route without a row fails the test. */
export const matrix: Record<string, Expected> = {
  'GET /api/health': 'everyone',
  'GET /api/session': 'everyone',
  'POST /api/sign-in': 'everyone',
  'POST /api/sign-out': 'everyone',
  'POST /api/first-administrator': 'everyone',
  'GET /api/demonstration/people': 'everyone',
  'POST /api/demonstration/sign-in': 'everyone',
  'GET /api/live': 'signed-in',
  'GET /api/staff': 'signed-in',
  'GET /api/teams': 'signed-in',
  'GET /api/pathway': 'signed-in',
  'GET /api/accounts': administer,
  'POST /api/accounts': administer,
  'PUT /api/accounts/:id': administer,
  'PUT /api/teams/:id': administer,
  'GET /api/accounts/roles': administer,
  'POST /api/accounts/:id/password-link': administer,
  'POST /api/accounts/import-plan': administer,
  'POST /api/accounts/import': administer,
  'POST /api/new-password': 'everyone',
  'GET /api/identity': administer,
  'PUT /api/identity': administer,
  'POST /api/session/confirmation': 'signed-in',
  'GET /api/session/confirmation/provider': 'signed-in',
  'GET /api/sign-in/provider': 'everyone',
  'GET /api/sign-in/return': 'everyone',
  'POST /api/sign-in/back-channel-logout': 'everyone',
  'GET /api/audit': readAudit,
  'GET /api/audit/families/:id': seeWhoLooked,
  'GET /api/audit/families/:id/entries.csv': seeWhoLooked,
  'GET /api/audit/people': readAudit,
  'GET /api/audit/people/:id': readAudit,
  'GET /api/audit/people/:id/entries.csv': readAudit,
  'GET /api/audit/mine': 'signed-in',
  'POST /api/prints': 'signed-in',
  'GET /api/audit/anchors': readAudit,
  'GET /api/retention': seeRetention,
  'GET /api/retention/rules': seeRetention,
  'PUT /api/retention/rules': approveDisposal,
  'GET /api/disposals': seeRetention,
  'GET /api/disposals/:id/certificate': seeRetention,
  'GET /api/cases/:id/retention': seeRetention,
  'POST /api/cases/:id/holds': seeRetention,
  'POST /api/cases/:id/holds/:hold/end': seeRetention,
  'POST /api/cases/:id/disposals': disclose,
  'POST /api/cases/:id/disposals/:disposal/refusal': approveDisposal,
  'POST /api/cases/:id/disposals/:disposal/approval': approveDisposal,
  'GET /api/cases/:id/disclosures': disclose,
  'POST /api/cases/:id/disclosures': disclose,
  'GET /api/cases/:id/disclosures/:disclosure': disclose,
  'PUT /api/cases/:id/disclosures/:disclosure/redactions': disclose,
  'GET /api/cases/:id/disclosures/:disclosure/preview': disclose,
  'POST /api/cases/:id/disclosures/:disclosure/completion': disclose,
  'GET /api/cases/:id/disclosures/:disclosure/file': disclose,
  'GET /api/cases/:id/disclosures/:disclosure/log': disclose,
  'GET /api/audit/heads': readAudit,
  'POST /api/audit/verification': administer,
  'GET /api/people': find,
  'POST /api/people': openContact,
  'GET /api/people/:id': read,
  'PUT /api/people/:id': changePerson,
  'POST /api/attachments': attach,
  'GET /api/attachments/:id': { ...read, 'front-door-social-worker': 'team' },
  'GET /api/tasks': listWork,
  'GET /api/tasks/:id': readWork,
  'PUT /api/tasks/:id/drafts/:key': work,
  'POST /api/tasks/:id/check': work,
  'POST /api/tasks/:id/choices': work,
  'POST /api/tasks/:id/completion': work,
  'POST /api/tasks/:id/allocation': readWork,
  'POST /api/tasks/allocations': listWork,
  'GET /api/cases': findFamilies,
  'POST /api/cases': openContact,
  'GET /api/cases/:id': read,
  'GET /api/cases/:id/history': read,
  'GET /api/cases/:id/drawing': read,
  'POST /api/cases/:id/children': changeFamily,
  'POST /api/cases/:id/strands': startStrand,
  'PUT /api/cases/:id/network': changeFamily,
  'POST /api/cases/:id/restriction': { 'head-of-service': 'all' },
  'GET /api/cases/:id/additions/:form': add,
  'PUT /api/cases/:id/additions/:form/drafts/:key': add,
  'POST /api/cases/:id/additions/:form/check': add,
  'POST /api/cases/:id/additions/:form/choices': add,
  'POST /api/cases/:id/additions/:form': add,
  'GET /api/roles': administer,
  'PUT /api/roles/:role/rights/:action': administer,
  'GET /api/cases/:id/invitations': invite,
  'POST /api/cases/:id/invitations': invite,
  'POST /api/cases/:id/invitations/:invitation/end': invite,
  'GET /api/invited': readShared,
  'GET /api/invited/:id': readShared,
  'GET /api/invited/:id/records/:record': readShared,
  'POST /api/invited/:id/forms/:form': { 'partner-agency': 'own' },
  'GET /api/break-glass': 'signed-in',
  'POST /api/cases/:id/break-glass': Object.fromEntries(breaksGlass.map((role) => [role, 'all' as const])),
  'POST /api/identified': { 'performance-officer': 'all' },
  'GET /api/notices': 'signed-in',
  'POST /api/notices/:id/read': 'signed-in',
  'GET /api/covers': 'signed-in',
  'POST /api/covers': 'signed-in',
  'POST /api/covers/:id/end': 'signed-in',
  'GET /api/records/:id/withholdings': withhold,
  'POST /api/records/:id/withholdings': withhold,
  'GET /api/cases/:id/withholdings': withhold,
  'POST /api/cases/:id/withholdings': withhold,
  'POST /api/withholdings/:id/lifting': withhold,
  'GET /api/records/:id': read,
  'POST /api/records/:id/corrections': correct,
  'POST /api/records/:id/reopening': reopen,
  'GET /api/stages': seeStages,
  'GET /api/drafts/:id/gate': redraw,
  'POST /api/drafts/:id/proposal': redraw,
  'POST /api/drafts/:id/approval': approve,
  'POST /api/drafts/:id/refusal': approve,
  'GET /api/pathway/changes': 'signed-in',
  'GET /api/pathway/changes.csv': 'signed-in',
  'GET /api/pathway/news': 'signed-in',
  'POST /api/pathway/news/:id/read': 'signed-in',
  'GET /api/moves': move,
  'POST /api/moves': move,
  'GET /api/moves/:id': move,
  'PUT /api/moves/:id/plan': move,
  'POST /api/moves/:id/trial': move,
  'POST /api/moves/:id/signature': move,
  'POST /api/moves/:id/run': move,
  'POST /api/moves/:id/cases/:case': move,
  'GET /api/drafts': redraw,
  'POST /api/drafts': redraw,
  'POST /api/drafts/import': redraw,
  'GET /api/drafts/:id': redraw,
  'GET /api/drafts/:id/files': redraw,
  'GET /api/drafts/:id/saves': redraw,
  'POST /api/drafts/:id/saves': redraw,
  'POST /api/drafts/:id/restore': redraw,
  'POST /api/drafts/:id/pen': redraw,
  'POST /api/drafts/:id/offers': redraw,
  'GET /api/drafts/:id/checks': redraw,
  'GET /api/drafts/:id/comparison': redraw,
  'GET /api/drafts/:id/export': redraw,
  'GET /api/drafts/:id/notes': redraw,
  'POST /api/drafts/:id/notes': redraw,
  'POST /api/drafts/:id/notes/:note/settled': redraw,
  'POST /api/improvements': 'signed-in',
  'GET /api/improvements': redraw,
  'GET /api/improvements/mine': 'signed-in',
  'POST /api/improvements/mine/seen': 'signed-in',
  'POST /api/improvements/:id/answer': redraw,
  'GET /api/pathway/versions': 'signed-in',
  'GET /api/pathway/versions/:id': 'signed-in',
  'GET /api/pathway/versions/:id/export': 'signed-in',
  'GET /api/pathway/versions/:id/duplicates': 'signed-in',
  'GET /api/drafts/:id/duplicates': redraw,
  'PUT /api/pathway/marks/:pair': redraw,
  'POST /api/rehearsals': redraw,
  'GET /api/rehearsals/:id': redraw,
  'POST /api/rehearsals/:id/time': redraw,
  'DELETE /api/rehearsals/:id': redraw,
  'GET /api/rehearsals/:id/tasks/:task': redraw,
  'PUT /api/rehearsals/:id/tasks/:task/drafts/:key': redraw,
  'POST /api/rehearsals/:id/tasks/:task/check': redraw,
  'POST /api/rehearsals/:id/tasks/:task/choices': redraw,
  'POST /api/rehearsals/:id/tasks/:task/filling': redraw,
  'POST /api/rehearsals/:id/tasks/:task/completion': redraw,
  'GET /api/rehearsals/:id/records/:record': redraw,
};

/** Routes that ask about no thing: only whether the role has the right at all. */
export const withoutThing =
  /\/api\/(tasks|tasks\/allocations|cases|people|attachments|stages|accounts.*|teams.*|identity|audit|audit\/(heads|verification|anchors|people.*)|roles.*|invited|retention|retention\/rules|disposals.*|drafts.*|improvements.*|pathway.*|rehearsals.*|moves.*)$/;
