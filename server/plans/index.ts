export { myActions, openActions, type MyAction } from './my-actions.ts';
export { planPage } from './plan-page.ts';
export { planRoutes } from './routes.ts';
