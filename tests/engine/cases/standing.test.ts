import { expect, test } from 'vitest';
import { compile, currentStages, step } from '#engine';
import type { Case, Version } from '#engine';
import { drawing } from '../../support/drawing.ts';

test('news that a stage waits for on its border is no stage of its own', async () => {
  const xml = drawing({
    main: `(start) -> [help] -> (done)
           help^@cut "help ends" -> (cut-short)`,
    help: '(in) -> give -> (out)',
  });
  const tables = await compile(xml);
  const track = step(tables, null, { kind: 'start', process: 'main' }, () => false)?.track;
  const version = { tables, pathway: { main: 'main' } } as Version;
  const kase = { tracks: [{ child: 'ann', process: 'main', track }] } as Case;
  expect(currentStages(version, kase, 'ann')).toEqual(['help']);
});
