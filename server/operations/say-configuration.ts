import { settings } from '../settings.ts';

/** What the server would run with, one line for each setting. A secret is said to be set, never what it is. */
export function sayConfiguration(env: Record<string, string | undefined>): string {
  const width = Math.max(...settings.map(({ name }) => name.length));
  return settings
    .map(({ name, absent, secret }) => {
      const file = secret ? env[`${name}_FILE`] : undefined;
      const value = env[name];
      const said = file ? `set, from ${file}` : value ? (secret ? 'set' : value) : `not set: ${absent}`;
      return `${name.padEnd(width)}  ${said}\n`;
    })
    .join('');
}
