export { definitionOf } from './definitions.ts';
export { worklistRoutes } from './routes.ts';
export { worklist } from './worklists.ts';
