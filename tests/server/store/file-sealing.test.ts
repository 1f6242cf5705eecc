import { describe, expect, it } from 'vitest';
import { openBytes, sealBytes } from '../../../server/store/file-sealing.ts';
import { newDataKey } from '../../../server/store/keys.ts';

const key = newDataKey('file:a');
const stored = 12 + 65_536 + 16;

async function* inChunks(bytes: Buffer, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function whole(chunks: AsyncIterable<Buffer>): Promise<Buffer> {
  const all: Buffer[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all);
}

const sealed = (bytes: Buffer, id = 'a') => whole(sealBytes(id, key, inChunks(bytes, 30_000)));
const opened = (bytes: Buffer, id = 'a') => whole(openBytes(id, key, inChunks(bytes, 50_001)));
const letters = (length: number) => Buffer.alloc(length, 'abc');

describe('the bytes of a file', () => {
  it.each([0, 1, 65_535, 65_536, 65_537, 131_072, 200_000])(
    'of %i bytes come back as they were',
    async (n) => {
      expect((await opened(await sealed(letters(n)))).equals(letters(n))).toBe(true);
    },
  );

  it('tell nothing of what they are', async () => {
    expect((await sealed(letters(100))).includes('abcabc')).toBe(false);
  });

  it('are refused when a bit differs, the end is cut off, pieces change places, or they are another file’s', async () => {
    const good = await sealed(letters(200_000));
    const flipped = Buffer.from(good);
    flipped[70_000] = (flipped[70_000] ?? 0) ^ 1;
    const swapped = Buffer.concat([
      good.subarray(stored, 2 * stored),
      good.subarray(0, stored),
      good.subarray(2 * stored),
    ]);
    for (const bad of [flipped, good.subarray(0, 2 * stored), good.subarray(0, good.length - 1), swapped]) {
      await expect(opened(bad)).rejects.toThrow(/content has changed/);
    }
    await expect(opened(good, 'b')).rejects.toThrow(/content has changed/);
  });
});
