export { additionRoutes } from './addition-routes.ts';
export { allocationRoutes } from './allocation-routes.ts';
export { complete, happened } from './complete.ts';
export { taskRoutes } from './routes.ts';
