import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { readPathway } from '#engine';
import descriptor from '../../../processes/pathway.moddle.json' with { type: 'json' };
import { exchange } from '../../../server/pathways/exchange.ts';
import type { Exchanged } from '../../../server/pathways/exchange.ts';
import { exchangeReport } from '../../../server/pathways/exchange-report.ts';

/** By file, the kinds of element that a drawing of ours holds: together, all that is on the palette. */
const palette: Record<string, string[]> = {
  'called-process': ['start', 'stage', 'end', 'step'],
  'event-based-gateway': ['start', 'wait', 'timer-catch', 'message-catch', 'end'],
  'exclusive-gateway': ['start', 'step', 'question', 'end'],
  'intermediate-timer': ['start', 'timer-catch', 'end'],
  'message-boundary': ['start', 'step', 'message-boundary', 'end'],
  'message-catch': ['start', 'message-catch', 'end'],
  'parallel-gateway': ['start', 'fork', 'step', 'end'],
  'start-and-end': ['start', 'end'],
  strand: ['start', 'step', 'end'],
  'sub-process': ['start', 'stage', 'end', 'step'],
  'terminate-end': ['start', 'step', 'terminate'],
  'text-annotation': ['start', 'step', 'end', 'note'],
  'timer-boundary': ['start', 'step', 'timer-boundary', 'end'],
  'user-task': ['start', 'step', 'end'],
};

describe('a drawing of each kind of element on the palette', () => {
  let exchanged: Exchanged[];
  beforeAll(async () => {
    exchanged = await exchange(join(import.meta.dirname, 'drawings'), descriptor);
  });

  test('is there', () => {
    expect(exchanged.map(({ file }) => file)).toEqual(Object.keys(palette).map((name) => `${name}.bpmn`));
  });

  test.each(Object.entries(palette))('%s is opened, saved and kept whole', async (name, kinds) => {
    const one = exchanged.find(({ file }) => file === `${name}.bpmn`);
    expect(one).toMatchObject({ lost: [], warnings: [], findings: [] });
    const { pathway, findings } = await readPathway(one?.saved ?? '', descriptor);
    expect(findings).toEqual([]);
    const read = pathway.processes.flatMap(({ elements }) => elements.map(({ kind }) => kind));
    expect([...new Set(read)].sort()).toEqual([...kinds].sort());
  });

  test('the report has a row for each and one for all', () => {
    const lines = exchangeReport(exchanged);
    expect(lines.filter((line) => line.endsWith('yes                0'))).toHaveLength(15);
    expect(lines).toContain(
      '  kept: definitions 1, process 1, startEvent 1, outgoing 1, endEvent 1, incoming 1, sequenceFlow 1, BPMNDiagram 1, BPMNPlane 1, BPMNShape 2, Bounds 2, BPMNEdge 1, waypoint 2',
    );
  });
});
