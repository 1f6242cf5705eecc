export { anchorState, type AnchorState } from './anchor.ts';
export { startAnchoring } from './anchoring.ts';
export { verifyStore, type Verified } from './verify-store.ts';
export { sayDid } from './did.ts';
export { lookRoutes } from './look-routes.ts';
export { printRoute } from './print-route.ts';
export { auditReserve } from './reserve.ts';
export { auditRoutes, verificationRoutes } from './routes.ts';
export { auditTrail, type Trail } from './trail.ts';
