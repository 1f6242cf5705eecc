export { countNotices } from './notices.ts';
export { glassRoutes } from './routes.ts';
