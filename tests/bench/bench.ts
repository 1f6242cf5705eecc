/**
 * `npm run bench` measures everything; `npm run bench -- steps start` only what is named, `npm run bench -- oversight
 * large` only an authority of that size. Numbers, with the limit beside them where one was set.
 */
import { availableParallelism, cpus, loadavg } from 'node:os';
import { measureCommands } from './commands.ts';
import { measureCompiling } from './compiling.ts';
import { measureCompletions } from './completions.ts';
import type { Profile } from '../../server/demo/caseload-of.ts';
import { printed } from './figure.ts';
import type { Measurement } from './figure.ts';
import { measureMeasures } from './measures.ts';
import { measureMemory } from './memory.ts';
import { measureModeller } from './modeller.ts';
import { measureOversight } from './oversight.ts';
import { measureOutputs } from './outputs.ts';
import { measureQueues } from './queues.ts';
import { measureStart } from './start.ts';
import { measureSteps } from './steps.ts';
import { measureStores } from './stores.ts';
import { measureWorklists } from './worklists.ts';

const measurements: Measurement[] = [
  { name: 'steps', about: 'A step of a track', measure: measureSteps },
  { name: 'commands', about: 'A completed form in the engine', measure: measureCommands },
  { name: 'completions', about: 'Completing forms', measure: measureCompletions },
  { name: 'stores', about: 'Storing a command, beside a bare write', measure: measureStores },
  { name: 'queues', about: 'Queues and board', measure: measureQueues },
  { name: 'measures', about: 'Measures over three years', measure: measureMeasures },
  {
    name: 'oversight',
    about: 'Boards of other days, flow and caseload over three years',
    measure: measureOversight,
  },
  { name: 'worklists', about: 'Worklists over three years', measure: measureWorklists },
  { name: 'memory', about: 'Memory and disk', measure: measureMemory },
  { name: 'compiling', about: 'Compiling the pathway', measure: measureCompiling },
  { name: 'modeller', about: 'The editor of the pathway', measure: measureModeller },
  { name: 'outputs', about: 'Documents of the largest family', measure: measureOutputs },
  { name: 'start', about: 'Starting the server', measure: measureStart },
];

const sizes: Profile[] = ['small', 'large'];
const asked = process.argv.slice(2);
const named = sizes.filter((size) => asked.includes(size));
const profiles = named.length > 0 ? named : sizes;
const wanted = asked.filter((name) => !sizes.some((size) => size === name));
const unknown = wanted.filter((name) => !measurements.some((one) => one.name === name));
if (unknown.length > 0) {
  console.error(`There is nothing called ${unknown.join(' or ')} to measure:`);
  for (const { name, about } of measurements) console.error(`  ${name.padEnd(12)} ${about}`);
  process.exit(1);
}

const load = (): string => loadavg()[0]?.toFixed(1) ?? '';
console.log(
  `Node ${process.version}, ${String(availableParallelism())} processors (${cpus()[0]?.model ?? ''})`,
);
for (const { name, about, measure } of measurements) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`\n${about} (${name}; load before ${load()})`);
  for (const line of printed(await measure(profiles))) console.log(line);
}
