/** `npm run walk -- T3` tells one worked case as a story; `npm run walk -- --all` says of each whether it holds. */
import { join } from 'node:path';
import type { Version } from '#engine';
import { loadVersion } from '../../server/pathways/load-version.ts';
import { checkShape } from '../../server/examples/index.ts';
import type { Example } from '../../server/examples/index.ts';
import { readExamples } from './examples/read-examples.ts';
import { runExample } from '../../server/examples/index.ts';
import { tellExample } from './examples/tell-example.ts';

const root = join(import.meta.dirname, '../../processes');
const folder = join(root, 'child-protection', '2-redesigned');
const wide = 21;
const wanted = process.argv.slice(2);
const examples = await readExamples(folder);

if (wanted.includes('--all')) {
  const { version } = await loadVersion(root, folder);
  const failed = examples.filter((example) => !saySo(version, example)).length;
  const later = examples.flatMap((example) => example.later ?? []).length;
  console.log(
    `\n${String(later)} statements about measures, returns and documents wait for what comes later`,
  );
  console.log(`examples: ${String(examples.length - failed)} passed, ${String(failed)} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
} else {
  const chosen = examples.filter((example) => wanted.includes(example.id));
  const unknown = wanted.filter((id) => !examples.some((example) => example.id === id));
  if (wanted.length === 0 || unknown.length > 0) {
    if (unknown.length > 0) console.log(`There is no example called ${unknown.join(' or ')}.`);
    console.log('Say which example to walk through, or --all for every one of them:');
    for (const { id, title } of examples) console.log(`  ${id.padEnd(wide)} ${title}`);
    process.exitCode = 1;
  } else {
    const { version } = await loadVersion(root, folder);
    for (const example of chosen) {
      const { text, failures } = tellExample(version, example);
      console.log(text);
      if (failures > 0) process.exitCode = 1;
    }
  }
}

function saySo(version: Version, example: Example): boolean {
  const failures = [
    ...checkShape(example),
    ...runExample(version, example).flatMap(({ step, failures: some }) =>
      some.map((failure) => `${step.at} ${step.say}\n      ${failure}`),
    ),
  ];
  console.log(`${failures.length === 0 ? 'holds' : 'FAILS'}  ${example.id.padEnd(wide)} ${example.title}`);
  for (const failure of failures) console.log(`    ${failure}`);
  return failures.length === 0;
}
