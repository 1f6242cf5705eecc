import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { checkVersion } from './check-version.ts';
import { exchange } from './exchange.ts';
import { exchangeReport } from './exchange-report.ts';
import { report } from './report.ts';

/** What `npm run pathway --` knows: each takes a folder, prints what it found, and gives the exit code. */
const verbs: Record<string, (folder: string) => Promise<number>> = { check, exchange: exchangeFolder };

/** `check <folder>`: says what is wrong with a version; 1 when it can't be published. */
async function check(folder: string): Promise<number> {
  const begun = performance.now();
  const checked = await checkVersion(resolve(folder));
  console.log(report(checked, performance.now() - begun).join('\n'));
  return checked.findings.some(({ level }) => level === 'error') ? 1 : 0;
}

/** `exchange <folder>`: opens and saves every .bpmn file of a folder; 1 when something of one was lost. */
async function exchangeFolder(folder: string): Promise<number> {
  const ours = join(import.meta.dirname, '../../processes/pathway.moddle.json');
  const exchanged = await exchange(resolve(folder), JSON.parse(await readFile(ours, 'utf8')) as object);
  console.log(exchangeReport(exchanged).join('\n'));
  return exchanged.some(({ lost, saved }) => lost.length > 0 || saved === '') ? 1 : 0;
}

async function main([verb = '', folder]: string[]): Promise<number> {
  const act = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined;
  if (!act || folder === undefined) {
    console.error(
      'Say what to do with which folder: npm run pathway -- check processes/<pathway>/<version>, ' +
        'or npm run pathway -- exchange <folder with .bpmn files>',
    );
    return 2;
  }
  try {
    return await act(folder);
  } catch (error) {
    console.error(`${folder} can't be read: ${(error as Error).message}`);
    return 1;
  }
}

process.exitCode = await main(process.argv.slice(2));
