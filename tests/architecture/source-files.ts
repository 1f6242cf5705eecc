import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folder of the repository. */
export const root = join(import.meta.dirname, '../..');

/** Files of the repository that git tracks or would track, under one of the folders, by a pattern of their path. */
export function files(folders: string[], pattern: RegExp): string[] {
  const listed = execFileSync(
    'git',
    ['ls-files', '--cached', '--others', '--exclude-standard', '--', ...folders],
    {
      cwd: root,
      encoding: 'utf8',
    },
  );
  return [...new Set(listed.split('\n'))]
    .filter((path) => pattern.test(path) && existsSync(join(root, path)))
    .sort();
}

export const textOf = (path: string): string => readFileSync(join(root, path), 'utf8');
