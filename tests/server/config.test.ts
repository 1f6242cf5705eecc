import { describe, expect, it } from 'vitest';
import { isLoopback, readConfig } from '../../server/config.ts';

describe('the environment', () => {
  it('needs nothing: the server then listens on this machine only', () => {
    const read = readConfig({});
    expect(read).toMatchObject({ ok: true, config: { port: 3000, host: '127.0.0.1', trustProxy: false } });
  });

  it('gets one message for each fault', () => {
    const read = readConfig({
      PORT: 'x',
      MONGODB_URL: 'mongodb://somewhere',
      TRUST_PROXY: 'maybe',
      LOG_LEVEL: 'loud',
      AUTHORITY: ' ',
    });
    expect(read.ok ? [] : read.faults.map((fault) => fault.split(' ')[0])).toEqual([
      ...['PORT', 'MONGODB_URL', 'TRUST_PROXY', 'LOG_LEVEL', 'AUTHORITY'],
    ]);
  });

  it('is not repeated in a message when it may hold a password', () => {
    const read = readConfig({ MONGODB_URL: 'mongodb://user:secret@somewhere' });
    expect(JSON.stringify(read)).not.toContain('secret');
  });

  it.each([
    ['127.0.0.1', true],
    ['127.8.8.8', true],
    ['::1', true],
    ['localhost', true],
    ['0.0.0.0', false],
    ['127.0.0.1.example.org', false],
    ['10.0.0.1', false],
  ])('%s is on this machine only: %s', (host, loopback) => {
    expect(isLoopback(host)).toBe(loopback);
  });
});
