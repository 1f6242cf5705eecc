import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { trustsProxyAt } from '../../../server/addresses.ts';
import { requestIds } from '../../../server/plugins/log.ts';

const from = (remoteAddress: string, id?: string | string[]) =>
  ({
    headers: id === undefined ? {} : { 'x-request-id': id },
    socket: { remoteAddress },
  }) as unknown as IncomingMessage;

describe('the id of a request', () => {
  const idOf = requestIds(trustsProxyAt(['10.0.0.4']));

  it('is the one a believed proxy gave it', () => {
    expect(idOf(from('10.0.0.4', 'a1b2c3d4-e5f6'))).toBe('a1b2c3d4-e5f6');
  });

  it('is one of ours where nobody, or somebody else, gave one', () => {
    expect(idOf(from('10.0.0.4'))).toMatch(/^[0-9a-f-]{36}$/);
    expect(idOf(from('10.0.0.5', 'a1b2c3d4-e5f6'))).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('is never what could break a line of the log or mean something in it', () => {
    for (const given of [
      'short',
      'a line\nand another',
      '{"level":10}',
      'x'.repeat(65),
      'Hartley née Marsh',
      ['a1b2c3d4', 'e5f6'],
    ])
      expect(idOf(from('10.0.0.4', given))).toMatch(/^[0-9a-f-]{36}$/);
  });
});
