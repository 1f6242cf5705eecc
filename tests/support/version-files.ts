import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The texts of a version's folder by path within it, as `readVersion` takes them; `examples/` is left out. */
export function versionFiles(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.replace(/\/$/, '').length + 1))
    .filter((name) => !name.startsWith('examples/'));
  return Object.fromEntries(names.sort().map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}
