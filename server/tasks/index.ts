export { additionRoutes } from './addition-routes.ts';
export { allocate } from './allocate.ts';
export { allocationRoutes } from './allocation-routes.ts';
export { complete } from './complete.ts';
export { taskRoutes } from './routes.ts';
