/** Front door: what comes from outside is read in a thread of its own, within two seconds. */
export { importBeside, takeOffersBeside } from './import-beside.ts';
export { readVersionBeside } from './read-version-beside.ts';
