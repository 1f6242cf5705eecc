import { resolve } from 'node:path';
import { checkVersion } from './check-version.ts';
import { report } from './report.ts';

/** `npm run pathway -- check <folder>`: says what is wrong with a version, and exits 1 when it can't be published. */
async function main([verb, folder]: string[]): Promise<number> {
  if (verb !== 'check' || folder === undefined) {
    console.error('Say which version to check: npm run pathway -- check processes/<pathway>/<version>');
    return 2;
  }
  const begun = performance.now();
  try {
    const checked = await checkVersion(resolve(folder));
    console.log(report(checked, performance.now() - begun).join('\n'));
    return checked.findings.some(({ level }) => level === 'error') ? 1 : 0;
  } catch (error) {
    console.error(`${folder} can't be checked: ${(error as Error).message}`);
    return 1;
  }
}

process.exitCode = await main(process.argv.slice(2));
