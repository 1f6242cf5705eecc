export { glassRoutes } from './routes.ts';
