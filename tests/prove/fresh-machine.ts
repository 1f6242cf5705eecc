import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Fresh {
  /** seconds that the install took */
  install: number;
  /** how the network was taken away */
  without: string;
  /** something outside could be reached all the same */
  reached: boolean;
  heading: string;
  /** buttons and links on the page */
  usable: number;
  /** what the page asked for and did not get */
  failed: string[];
  /** seconds from the end of the install to the page */
  seconds: number;
}

const root = join(import.meta.dirname, '../..');
const looker = join(import.meta.dirname, 'fresh-page.ts');

/** Clones what is committed, installs it, takes the network away, starts it and looks at its first page. */
export function startFresh(): Fresh | string {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-fresh-'));
  const clone = join(folder, 'clone');
  try {
    const cloned = spawnSync('git', ['clone', '--quiet', '--depth', '1', `file://${root}`, clone]);
    if (cloned.status !== 0) return 'there is no git repository to clone here.';
    const began = performance.now();
    const installed = spawnSync('npm', ['ci', '--prefer-offline', '--no-audit', '--no-fund'], {
      ...{ cwd: clone, encoding: 'utf8' as const },
    });
    if (installed.status !== 0) return `npm ci could not install: ${installed.stderr.slice(-300)}`;
    const install = (performance.now() - began) / 1000;
    const { without, command, args, env } = noNetwork(clone);
    const looked = spawnSync(command, args, { encoding: 'utf8', env, timeout: 180_000 });
    const said = looked.stdout.trim().split('\n').at(-1) ?? '';
    if (!said.startsWith('{')) throw new Error(`nothing was seen: ${said} ${looked.stderr.slice(-600)}`);
    return { install, without, ...(JSON.parse(said) as Omit<Fresh, 'install' | 'without'>) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A network of its own with nothing in it but the machine itself; where that may not be had, a proxy that is not there. */
function noNetwork(clone: string): {
  without: string;
  command: string;
  args: string[];
  env: NodeJS.ProcessEnv;
} {
  const look = [process.execPath, looker, clone];
  const apart = ['-n', 'sh', '-c', 'ip link set lo up && exec "$@"', 'sh'];
  if (spawnSync('unshare', [...apart, 'true']).status === 0) {
    return {
      without: 'a network of its own',
      command: 'unshare',
      args: [...apart, ...look],
      env: process.env,
    };
  }
  const dead = 'http://127.0.0.1:9';
  const proxies = {
    http_proxy: dead,
    https_proxy: dead,
    no_proxy: '127.0.0.1,localhost',
    npm_config_offline: 'true',
  };
  const env = { ...process.env, ...proxies, NODE_USE_ENV_PROXY: '1' };
  return { without: 'a proxy that is not there', command: look[0] ?? '', args: look.slice(1), env };
}
