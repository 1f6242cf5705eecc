export { coverRoutes } from './routes.ts';
