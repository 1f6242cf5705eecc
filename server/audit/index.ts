export { auditRoutes } from './routes.ts';
export { auditTrail, type Trail } from './trail.ts';
