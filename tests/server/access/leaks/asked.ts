import type { RouteOptions } from 'fastify';
import type { Furnished } from './furnish.ts';

/** One request that may be answered with something of a family. */
export interface Asked {
  route: string;
  method: 'GET' | 'POST';
  url: string;
  body?: object;
}

/** What an address that needs a query is asked with: searches for every name there is, every view of a list. */
const queries: Record<string, string[]> = {
  '/api/tasks': ['mine', 'team', 'unallocated', 'done'].map((view) => `view=${view}`),
  '/api/worklists': ['', 'team=all'],
  '/api/worklists/:id': ['', 'team=all'],
  '/api/accounts/import-plan': [''],
  '/api/records/:id/outputs/:output': ['as=html'],
  '/api/stages/history/children': ['', 'late=yes', 'unallocated=yes'],
  '/api/stages/flow/children': ['entering=contact', 'leaving=contact&entering=referral'],
  '/api/stages/time/children': ['stage=contact', 'stage=referral'],
};

/** Ids of what belongs to no family, and of what others make: asked with any id, each has to refuse or to say nothing. */
const ofNoFamily = [
  ...['drafts', 'moves', 'rehearsals', 'pathway/versions', 'pathway/news', 'notes', 'saves', 'disposals'],
  ...['disclosures', 'static', 'docs', 'scim', 'accounts', 'teams'],
];

/** Documents of forms in which something is kept from somebody. */
const papers = ['referral-decision', 'case-note'];

/** Routes with an answer that never ends, or that signs somebody in: each has a test of its own. */
const apart = ['/api/live', '/api/session', '/api/docs/static/*', '/metrics'];

/** Keys of answers that hold ids, numbers and times and nothing that anybody wrote. */
const plain = new Set([
  ...['ok', 'id', 'revision', 'case', 'task', 'record', 'until', 'at', 'savedAt', 'number', 'state', 'draft'],
  ...['ended', 'waiting'],
  ...['restricted', 'result', 'message', 'results', 'rehearsal', 'token', 'expires', 'findings', 'laidOut'],
]);

/** Commands whose answers say what is theirs to say of what was sent, or of a family that the command is right on. */
const commands = new Set([
  ...['/api/sign-in', '/api/demonstration/sign-in', '/api/audit/verification', '/api/accounts/import'],
  ...[
    '/api/accounts/import-plan',
    '/api/people',
    '/api/people/:id',
    '/api/attachments',
    '/api/pathway/marks/:pair',
  ],
  ...['/api/tasks/:id/completion', '/api/cases/:id/additions/:form', '/api/cases/:id/strands'],
  ...['/api/drafts/:id/pen', '/api/moves/:id/trial'],
  // a rehearsal is its owner's alone: what it copied is asked for below
  ...[
    'time',
    'tasks/:task/check',
    'tasks/:task/choices',
    'tasks/:task/filling',
    'tasks/:task/completion',
  ].map((path) => `/api/rehearsals/:id/${path}`),
]);

/** Every request that a reader can make to look, made from the route table; what cannot be filled is named. */
export function everythingAsked(
  routes: RouteOptions[],
  furnished: Furnished,
): { asked: Asked[]; unfilled: string[] } {
  const asked: Asked[] = [];
  const unfilled: string[] = [];
  for (const route of routes) {
    const methods = [route.method].flat().map(String);
    if (apart.includes(route.url)) continue;
    const name = `${methods.join(',')} ${route.url}`;
    const method = methods.includes('GET') ? 'GET' : methods.includes('POST') ? 'POST' : undefined;
    const looks = method === 'GET' ? [undefined] : bodiesOf(route.url, furnished);
    if (looks.length === 0 && !isPlain(route) && !commands.has(route.url)) unfilled.push(name);
    if (method === undefined || looks.length === 0) continue;
    const urls = addressesOf(route.url, furnished);
    if (urls.length === 0) unfilled.push(name);
    for (const url of urls) {
      for (const body of looks) asked.push({ route: name, method, url, ...(body ? { body } : {}) });
    }
  }
  return { asked, unfilled };
}

/** What is sent to routes that only look. */
function bodiesOf(url: string, { ids, family }: Furnished): (object | undefined)[] {
  const answers = { answers: {}, perChild: {} };
  if (/^\/api\/tasks\/:id\/(check|choices)$/.test(url)) return [answers];
  if (/^\/api\/cases\/:id\/additions\/:form\/check$/.test(url)) {
    return [{ ...answers, children: family.children }];
  }
  if (/^\/api\/cases\/:id\/additions\/:form\/choices$/.test(url)) return [answers];
  if (url === '/api/tasks/search') {
    return ['mine', 'team', 'done'].flatMap((view) =>
      ['canary', 'Marsh', 'Zelda'].map((text) => ({ view, text })),
    );
  }
  if (url === '/api/cases/search') return ['canary', 'Marsh', 'Zelda', 'ZZ99', '1'].map((text) => ({ text }));
  if (url === '/api/people/search') {
    const texts = ['canary', 'Marsh', 'Moved', 'ZZ99', '1'].map((text) => ({ text }));
    return [...texts, { born: '2018-05-05' }];
  }
  if (url === '/api/records/:id/corrections/preview') return [{ question: 'heldOn', value: '2026-01-01' }];
  if (url === '/api/records/:id/reopening/preview') return [{}];
  if (url === '/api/bookings/:id/day') return [{ on: '2026-09-10' }];
  if (url === '/api/drafts/:id/outputs/:output/preview') return [{}];
  if (url === '/api/prints') return (ids['records'] ?? []).map((id) => ({ kind: 'record', id }));
  return [];
}

function isPlain(route: RouteOptions): boolean {
  const answer = (route.schema?.response as Record<string, { properties?: object }> | undefined)?.['200'];
  return answer?.properties !== undefined && Object.keys(answer.properties).every((key) => plain.has(key));
}

/** Every address a pattern can become with the ids there are; none: a part of it has no filler. */
function addressesOf(pattern: string, { ids }: Furnished): string[] {
  const parts = pattern.split('/');
  let urls = [''];
  for (const [at, part] of parts.entries()) {
    if (at === 0) continue;
    const values = part.startsWith(':') ? valuesFor(parts, at, ids) : [part];
    urls = urls.flatMap((url) => values.map((value) => `${url}/${value}`));
  }
  const asked = queries[pattern] ?? [''];
  return urls.flatMap((url) => asked.map((query) => (query ? `${url}?${query}` : url)));
}

function valuesFor(parts: string[], at: number, ids: Furnished['ids']): string[] {
  const one = parts[at - 1] ?? '';
  const two = `${parts[at - 2] ?? ''}/${one}`;
  // a meeting and a booking are the step that holds it
  const isStep = one === 'meetings' || one === 'bookings';
  if (one === 'outputs') return papers;
  const known = ids[two] ?? ids[isStep ? 'tasks' : one];
  if (known) return known;
  return ofNoFamily.includes(one) || ofNoFamily.includes(two) ? ['x'] : [];
}
