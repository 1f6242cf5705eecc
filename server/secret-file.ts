import { readFileSync } from 'node:fs';

export type Environment = Record<string, string | undefined>;

/** A setting from the environment; empty is absent. */
export function settingOf(env: Environment, name: string): string | undefined {
  const value = env[name]?.trim();
  return value === '' ? undefined : value;
}

/** A secret from its file (`<name>_FILE` wins) or from the environment. A fault never repeats it. */
export function secretOf(env: Environment, name: string, faults: string[]): string | undefined {
  const file = settingOf(env, `${name}_FILE`);
  if (file === undefined) return settingOf(env, name);
  try {
    const secret = readFileSync(file, 'utf8').trim();
    if (secret !== '') return secret;
    faults.push(`${name}_FILE names ${file}, which is empty: write the secret into it.`);
  } catch {
    faults.push(`${name}_FILE names ${file}, which can't be read: name a file that this server may read.`);
  }
  return undefined;
}
