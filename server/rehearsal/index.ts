/** Front door: trying a draft of the pathway, over HTTP. */
export { rehearsalRoutes } from './routes.ts';
