import { describe, expect, it } from 'vitest';
import { wireAtHand } from './at-hand.ts';
import { withDatabase } from './wire-database.ts';

describe('what the wire suite runs against', () => {
  it('is the server of MONGODB_URL before any program', () => {
    const env = { MONGODB_URL: 'mongodb://db/', WIRE_SERVER: process.execPath };
    expect(wireAtHand(env)).toEqual({ kind: 'server', url: 'mongodb://db/' });
  });

  it('is the program of WIRE_SERVER, when it is there', () => {
    expect(wireAtHand({ WIRE_SERVER: process.execPath })).toEqual({
      kind: 'program',
      file: process.execPath,
    });
    expect(wireAtHand({ WIRE_SERVER: '/nowhere/ferretdb' })).toBeUndefined();
  });

  it('is a database of its own on that server, its hosts and options kept', () => {
    expect(withDatabase('mongodb://a:1,b:2/council?replicaSet=rs0', 'test')).toBe(
      'mongodb://a:1,b:2/test?replicaSet=rs0',
    );
    expect(withDatabase('mongodb://u:p@a:1', 'test')).toBe('mongodb://u:p@a:1/test');
    expect(withDatabase('mongodb://a:1/', 'test')).toBe('mongodb://a:1/test');
  });
});
