export { groundOf } from './ground.ts';
export type { Ground } from './ground.ts';
export { loadVersion } from './load-version.ts';
export type { Loaded } from './load-version.ts';
export { tablesId } from './tables-id.ts';
export { openVersions } from './versions.ts';
