import { matchPattern, type Route } from '../controllers/route.ts';
import { officeRoutes } from './office-routes.ts';
import type { RouteEntry } from './route-entry.ts';

export const routes: RouteEntry[] = [
  ...officeRoutes,
  {
    name: 'sign-in',
    pattern: '/sign-in',
    tag: 'tl-sign-in-page',
    load: () => import('./sign-in/sign-in-page.ts'),
    open: true,
  },
  { name: 'work', pattern: '/work', tag: 'tl-work-page', load: () => import('./work/work-page.ts') },
  {
    name: 'contact',
    pattern: '/contact/new',
    tag: 'tl-contact-page',
    load: () => import('./contact/contact-page.ts'),
  },
  {
    name: 'families',
    pattern: '/families',
    tag: 'tl-families-page',
    load: () => import('./families/families-page.ts'),
  },
  {
    name: 'family',
    pattern: '/families/:id',
    tag: 'tl-family-page',
    load: () => import('./family/family-page.ts'),
  },
  {
    name: 'news',
    pattern: '/families/:id/news',
    tag: 'tl-news-page',
    load: () => import('./news/news-page.ts'),
  },
  {
    name: 'addition',
    pattern: '/families/:id/add/:form',
    tag: 'tl-task-page',
    load: () => import('./task/task-page.ts'),
  },
  {
    name: 'addition-check',
    pattern: '/families/:id/add/:form/check',
    tag: 'tl-check-page',
    load: () => import('./check/check-page.ts'),
  },
  {
    name: 'task',
    pattern: '/tasks/:id',
    tag: 'tl-task-page',
    load: () => import('./task/task-page.ts'),
  },
  {
    name: 'task-check',
    pattern: '/tasks/:id/check',
    tag: 'tl-check-page',
    load: () => import('./check/check-page.ts'),
  },
  {
    name: 'task-done',
    pattern: '/tasks/:id/done',
    tag: 'tl-done-page',
    load: () => import('./done/done-page.ts'),
  },
  {
    name: 'stages',
    pattern: '/stages',
    tag: 'tl-stages-page',
    load: () => import('./stages/stages-page.ts'),
  },
  {
    name: 'pathway',
    pattern: '/pathway',
    tag: 'tl-pathway-page',
    load: () => import('./pathway/pathway-page.ts'),
  },
  {
    name: 'asked',
    pattern: '/pathway/asked',
    tag: 'tl-asked-page',
    load: () => import('./better/asked-page.ts'),
  },
  {
    name: 'duplicates',
    pattern: '/pathway/duplicates',
    tag: 'tl-duplicates-page',
    load: () => import('./duplicates/duplicates-page.ts'),
  },
  {
    name: 'publish',
    pattern: '/pathway/drafts/:id/publish',
    tag: 'tl-publish-page',
    load: () => import('./publish/publish-page.ts'),
  },
  {
    name: 'changes',
    pattern: '/pathway/changes',
    tag: 'tl-changes-page',
    load: () => import('./changes/changes-page.ts'),
  },
  {
    name: 'moves',
    pattern: '/pathway/moves',
    tag: 'tl-moves-page',
    load: () => import('./moves/moves-page.ts'),
  },
  {
    name: 'move',
    pattern: '/pathway/moves/:id',
    tag: 'tl-move-page',
    load: () => import('./moves/move-page.ts'),
  },
  {
    name: 'rehearsal-new',
    pattern: '/pathway/rehearsals/new',
    tag: 'tl-rehearsal-new-page',
    load: () => import('./rehearsal/rehearsal-new-page.ts'),
  },
  {
    name: 'rehearsal',
    pattern: '/pathway/rehearsals/:rehearsal',
    tag: 'tl-rehearsal-page',
    load: () => import('./rehearsal/rehearsal-page.ts'),
  },
  {
    name: 'rehearsal-task',
    pattern: '/pathway/rehearsals/:rehearsal/tasks/:id',
    tag: 'tl-task-page',
    load: () => import('./task/task-page.ts'),
  },
  {
    name: 'rehearsal-check',
    pattern: '/pathway/rehearsals/:rehearsal/tasks/:id/check',
    tag: 'tl-check-page',
    load: () => import('./check/check-page.ts'),
  },
  {
    name: 'rehearsal-print',
    pattern: '/pathway/rehearsals/:rehearsal/records/:id',
    tag: 'tl-print-page',
    load: () => import('./print/print-page.ts'),
  },
  {
    name: 'draft',
    pattern: '/pathway/drafts/:id',
    tag: 'tl-draft-page',
    load: () => import('./draft/draft-page.ts'),
  },
  {
    name: 'record',
    pattern: '/records/:id',
    tag: 'tl-record-page',
    load: () => import('./record/record-page.ts'),
  },
  {
    name: 'record-print',
    pattern: '/records/:id/print',
    tag: 'tl-paper-page',
    load: () => import('./print/paper-page.ts'),
  },
  {
    name: 'person',
    pattern: '/people/:id',
    tag: 'tl-person-page',
    load: () => import('./person/person-page.ts'),
  },
  {
    name: 'not-allowed',
    pattern: '/not-allowed',
    tag: 'tl-not-allowed-page',
    load: () => import('./not-allowed/not-allowed-page.ts'),
  },
  {
    name: 'help',
    pattern: '/help',
    tag: 'tl-help-page',
    load: () => import('./help/help-page.ts'),
    open: true,
  },
];

const notFound: RouteEntry = {
  name: 'not-found',
  pattern: '',
  tag: 'tl-not-found-page',
  load: () => import('./not-found/not-found-page.ts'),
  open: true,
};

/** The page for an address; an unknown address has a page too. */
export function findRoute(url: URL): { entry: RouteEntry; route: Route } {
  for (const entry of routes) {
    const params = matchPattern(entry.pattern, url.pathname);
    if (params) return { entry, route: toRoute(entry, params, url) };
  }
  return { entry: notFound, route: toRoute(notFound, {}, url) };
}

function toRoute(entry: RouteEntry, params: Record<string, string>, url: URL): Route {
  const { name, tag } = entry;
  return { name, tag, params, query: url.searchParams, path: url.pathname, hash: url.hash };
}
