import { join } from 'node:path';
import type { Version } from '#engine';
import { loadVersion } from '../../server/pathways/index.ts';

const root = join(import.meta.dirname, '..', '..', 'processes');
let loaded: Promise<Version> | undefined;

/** The version a new installation runs, read and compiled once for all tests of a file. */
export function shippedVersion(): Promise<Version> {
  loaded ??= loadVersion(root, join(root, 'child-protection', '2-redesigned')).then(({ version }) => version);
  return loaded;
}

/** The shipped version as the server has it. */
export const shippedVersions = { current: shippedVersion, get: shippedVersion };
