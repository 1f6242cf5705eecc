/** Front door: the texts of a version's folder in, the version and what is wrong with it out. */
export type { Beside } from './beside.ts';
export { readBeside } from './read-beside.ts';
export { readVersion } from './read-version.ts';
export type { ReadingVersion } from './read-version.ts';
export { isPartOfVersion, versionId } from './version-id.ts';
export { output as outputShape } from './output-shapes.ts';
