import { describe, expect, test } from 'vitest';
import type { Tables } from '../../../engine/contracts/index.ts';
import { compile, size, soundness } from '../../../engine/execution/index.ts';
import { readPathway } from '../../../engine/pathway/index.ts';
import { equivalence } from '../../prove/equivalence.ts';
import { moddleOptions, shippedPathways } from '../../prove/shipped-pathways.ts';

/** Places by what they show: as many as there are places, or nobody could tell where a case is. */
const openSets = ({ tables }: Tables): number =>
  Object.values(tables)
    .map(
      ({ places }) =>
        new Set(Object.values(places).map(({ open }) => open.map(({ id }) => id).join(' '))).size,
    )
    .reduce((sum, one) => sum + one, 0);

describe.each(shippedPathways())('the shipped pathway $name', ({ xml }) => {
  let made: Promise<Tables> | undefined;
  const compiled = (): Promise<Tables> => (made ??= compile(xml, moddleOptions));

  test('is sound and wholly explored, and each of its places shows other open steps', async () => {
    const tables = await compiled();
    const { pathway } = await readPathway(xml, moddleOptions.pathway);
    expect(soundness(tables, pathway)).toEqual([]);
    expect(size(tables).places).toBeLessThan(500);
    expect(openSets(tables)).toBe(size(tables).places);
  });

  test('compiles to the same tables every time', async () => {
    expect(await compile(xml, moddleOptions)).toEqual(await compiled());
  });

  test('goes in the tables as it goes in the engine', async () => {
    const walked = { walks: 60, stepsPerWalk: 30, seed: 1 };
    const proved = await equivalence({ xml, moddleOptions, tables: await compiled(), ...walked });
    expect(proved.disagreements).toEqual([]);
    expect(proved).toMatchObject({ walks: 60 });
    expect(proved.steps).toBeGreaterThan(200);
  });
});
