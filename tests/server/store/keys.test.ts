import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  childKeyId,
  familyKeyId,
  keyIdOfRecord,
  newDataKey,
  newMasterKeyText,
  readMasterKey,
  unwrap,
  wrap,
} from '../../../server/store/keys.ts';
import { Damaged } from '../../../server/store/damaged.ts';
import { temporaryFolder } from '../support/temporary-store.ts';

const master = Buffer.alloc(32, 1);

describe('data keys', () => {
  it('come back from their wrapping, byte for byte', () => {
    const key = newDataKey('family:case-1');
    expect(unwrap(master, key.id, wrap(master, key)).bytes).toEqual(key.bytes);
  });

  it('open with no other master key, under no other id, and with no bit changed', () => {
    const key = newDataKey('family:case-1');
    const wrapped = wrap(master, key);
    const flipped = wrapped.slice(0, -3) + (wrapped.at(-3) === 'A' ? 'B' : 'A') + wrapped.slice(-2);
    expect(() => unwrap(Buffer.alloc(32, 2), key.id, wrapped)).toThrow(Damaged);
    expect(() => unwrap(master, 'family:case-2', wrapped)).toThrow(Damaged);
    expect(() => unwrap(master, key.id, flipped)).toThrow(Damaged);
    expect(() => unwrap(master, key.id, '')).toThrow(Damaged);
  });

  it('of a record are one child’s when it is about that child alone, else the family’s', () => {
    const of = (...children: string[]) => keyIdOfRecord({ case: 'case-1', children });
    expect(of('ada')).toBe(childKeyId('case-1', 'ada'));
    expect(of('ada', 'ben')).toBe(familyKeyId('case-1'));
    expect(of()).toBe(familyKeyId('case-1'));
  });
});

describe('the master key', () => {
  it('is 32 bytes in base64, and anything else is refused with what to do', () => {
    const folder = temporaryFolder();
    const file = join(folder.path, 'master.key');
    expect(readMasterKey(file)).toMatchObject({ ok: false });
    for (const wrong of ['', 'c2hvcnQ=', 'no base64 at all, but long enough to be one of them']) {
      writeFileSync(file, wrong);
      const read = readMasterKey(file);
      expect(read).toMatchObject({ ok: false });
      expect(read).toHaveProperty('message', expect.stringContaining('openssl rand -base64 32'));
    }
    writeFileSync(file, newMasterKeyText());
    expect(readMasterKey(file)).toMatchObject({ ok: true });
    folder.remove();
  });
});
