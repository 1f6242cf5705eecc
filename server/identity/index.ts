export { directoryRoles, groupsMean } from './group-means.ts';
export { rolesByGroups } from './group-roles.ts';
export { openProvider, type Provider, type ProviderSettings } from './provider.ts';
export { providerRoutes } from './provider-routes.ts';
export { identityRules, putIdentityRules, type GroupMeans, type IdentityRules } from './rules.ts';
export { rulesRoutes } from './rules-routes.ts';
