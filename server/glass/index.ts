export { countNotices, notify } from './notices.ts';
export { glassRoutes } from './routes.ts';
export { tellFamilies } from './tell-families.ts';
export { whoManages } from './who-is-told.ts';
