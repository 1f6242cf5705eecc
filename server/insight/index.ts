/** Front door: what a pathway asks twice, over HTTP. */
export { insightRoutes } from './routes.ts';
