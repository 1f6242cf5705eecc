import { compile, size } from '../../engine/execution/index.ts';
import { equivalence } from './equivalence.ts';
import { moddleOptions, shippedPathways } from './shipped-pathways.ts';

/**
 * What takes too long for every test run: `npm run prove -- equivalence [walks] [seed]`. Exits 1 when a proof fails.
 */
const proofs: Record<string, (args: string[]) => Promise<boolean>> = { equivalence: proveEquivalence };

async function proveEquivalence([walks = '1000', seed = '1']: string[]): Promise<boolean> {
  const shipped = shippedPathways();
  if (shipped.length === 0) console.error('There is no pathway.bpmn under processes/ to prove anything of.');
  let holds = shipped.length > 0;
  for (const { name, xml } of shipped) {
    const tables = await compile(xml, moddleOptions);
    const { places, transitions } = size(tables);
    console.log(`${name}: ${places} places, ${transitions} transitions`);
    const proved = await equivalence({
      xml,
      moddleOptions,
      tables,
      walks: Number(walks),
      stepsPerWalk: 30,
      seed: Number(seed),
    });
    const { steps, disagreements } = proved;
    console.log(`${name}: ${proved.walks} walks, ${steps} steps, ${disagreements.length} disagreements`);
    for (const one of disagreements.slice(0, 5)) console.log(JSON.stringify(one, null, 2));
    holds &&= steps > 0 && disagreements.length === 0;
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
