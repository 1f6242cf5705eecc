export { importRoutes } from './import-routes.ts';
export { scimRoutes } from './scim-routes.ts';
