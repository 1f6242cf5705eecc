export { countNotices } from './notices.ts';
export { glassRoutes } from './routes.ts';
export { tellFamilies } from './tell-families.ts';
