import { compile, size } from '../../../engine/execution/index.ts';
import { equivalence } from '../equivalence.ts';
import { moddleOptions, shippedPathways } from '../shipped-pathways.ts';
import { verdict } from '../verdict.ts';
import type { Prove } from '../verdict.ts';

/** Compiled tables do what the engine does that they were compiled by. */
export const prove: Prove = async ([walks = '1000', seed = '1']) => {
  const shipped = shippedPathways();
  if (shipped.length === 0) console.error('There is no pathway.bpmn under processes/ to prove anything of.');
  let holds = shipped.length > 0;
  for (const { name, xml } of shipped) {
    const tables = await compile(xml, moddleOptions);
    const { places, transitions } = size(tables);
    console.log(`${name}: ${places} places, ${transitions} transitions`);
    const proved = await equivalence({
      ...{ xml, moddleOptions, tables, stepsPerWalk: 30 },
      ...{ walks: Number(walks), seed: Number(seed) },
    });
    const { steps, disagreements } = proved;
    console.log(`${name}: ${proved.walks} walks, ${steps} steps, ${disagreements.length} disagreements`);
    for (const one of disagreements.slice(0, 5)) console.log(JSON.stringify(one, null, 2));
    holds &&= steps > 0 && disagreements.length === 0;
  }
  return verdict(holds);
};
