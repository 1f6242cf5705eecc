export { auditRoutes, verificationRoutes } from './routes.ts';
export { auditTrail, type Trail } from './trail.ts';
