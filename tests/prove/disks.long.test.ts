import { expect, test } from 'vitest';
import { backUpUnderLoad } from './backups.ts';
import { fillDisk } from './disk-full.ts';
import { failDisk } from './fail-disk.ts';
import { flipBits } from './flips.ts';
import { cutPower } from './power-cut.ts';
import { builtPreload } from './preload/build.ts';
import { smallDisk } from './small-disk.ts';
import { tamper } from './tampering.ts';

const power = builtPreload('power');
const fault = builtPreload('fault');

test.skipIf(!power)(
  'what was acknowledged outlives a power cut, and a store that syncs less loses some',
  async () => {
    const sizes = { library: power ?? '', most: 300, seed: 2 };
    const full = await cutPower({ ...sizes, cuts: 3, synchronous: 'full' });
    expect(full).toMatchObject({ cuts: 3, lost: 0, findings: [] });
    expect(full.acknowledged).toBeGreaterThan(0);
    expect((await cutPower({ ...sizes, cuts: 1, synchronous: 'normal' })).lost).toBeGreaterThan(0);
  },
);

test.skipIf(!fault)(
  'no write that the disk failed is acknowledged, and the store opens clean after each',
  async () => {
    const found = await failDisk({ library: fault ?? '', every: 29, writes: 10 });
    expect(found).toMatchObject({ wrong: [], unclean: [] });
    expect(found.faults).toBeGreaterThan(5);
    expect(found.failed).toBeGreaterThan(0);
  },
);

test.skipIf(!fault)(
  'a full disk refuses writes and lets people read, and goes on when there is room',
  async () => {
    const disk = smallDisk(false);
    if (!disk) throw new Error('no disk could be had');
    try {
      const found = await fillDisk(disk, 3);
      expect(found).toMatchObject({ unread: [], recovered: true, lost: 0, surprises: [], findings: 0 });
      expect(found.refused).toBeGreaterThan(0);
      expect(found.reads).toBeGreaterThan(0);
    } finally {
      disk.remove();
    }
  },
);

test('a flipped bit is found and not served, and the other families can be read', async () => {
  const found = await flipBits(12);
  expect(found).toMatchObject({ trials: 12, detected: 12, undetected: [], served: [] });
  expect(found.fewestCases).toBeGreaterThanOrEqual(found.families - 1);
});

test('a history edited, cut or added to is found, one rewritten by the heads kept outside, and a restriction put back', async () => {
  const { done, served, unavailable } = await tamper(1);
  expect(served).toEqual([]);
  expect(unavailable).toEqual([]);
  expect(Object.keys(done)).toEqual([
    'edited',
    'deleted',
    'inserted',
    'truncated',
    'rewritten',
    'unrestricted',
  ]);
  for (const { times, found } of Object.values(done)) expect(found).toBe(times);
  expect(done['rewritten']?.onlyByHeads).toBe(1);
  expect(done['unrestricted']?.onlyByHeads).toBe(0);
});

test('a backup made under load holds what was acknowledged before it began, and can be worked on', async () => {
  const found = await backUpUnderLoad({ backups: 1, clients: 3, between: 15 });
  expect(found).toMatchObject({ backups: 1, lost: 0, doubled: 0, findings: 0, goesOn: true });
  expect(found.before).toBeGreaterThan(0);
});
