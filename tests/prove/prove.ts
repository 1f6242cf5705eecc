import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { compile, size } from '../../engine/execution/index.ts';
import { equivalence } from './equivalence.ts';

/**
 * What takes too long for every test run: `npm run prove -- equivalence [walks] [seed]`. Exits 1 when a proof fails.
 */
const proofs: Record<string, (args: string[]) => Promise<boolean>> = { equivalence: proveEquivalence };

const processes = new URL('../../processes/', import.meta.url);

async function proveEquivalence([walks = '1000', seed = '1']: string[]): Promise<boolean> {
  const moddleOptions = {
    pathway: JSON.parse(readFileSync(new URL('pathway.moddle.json', processes), 'utf8')) as unknown,
  };
  let holds = true;
  for (const folder of readdirSync(new URL('child-protection/', processes))) {
    const file = new URL(`child-protection/${folder}/pathway.bpmn`, processes);
    if (!existsSync(file)) continue;
    const xml = readFileSync(file, 'utf8');
    const tables = await compile(xml, moddleOptions);
    const { places, transitions } = size(tables);
    console.log(`${folder}: ${places} places, ${transitions} transitions`);
    const proved = await equivalence({
      xml,
      moddleOptions,
      tables,
      walks: Number(walks),
      stepsPerWalk: 30,
      seed: Number(seed),
    });
    console.log(
      `${folder}: ${proved.walks} walks, ${proved.steps} steps, ${proved.disagreements.length} disagreements`,
    );
    for (const one of proved.disagreements.slice(0, 5)) console.log(JSON.stringify(one, null, 2));
    holds &&= proved.disagreements.length === 0;
  }
  return holds;
}

const [name = '', ...args] = process.argv.slice(2);
const proof = proofs[name];
if (!proof) {
  console.error(`Say what to prove: ${Object.keys(proofs).join(', ')}`);
  process.exit(1);
}
process.exit((await proof(args)) ? 0 : 1);
