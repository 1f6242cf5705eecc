import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { temporaryPlace } from './tests/support/in-memory.ts';

/** Stores of tests lie in memory where there is room: what a disk may do to them is asked by proofs of its own. */
const place = temporaryPlace();
const env: Record<string, string> = place ? { TMPDIR: place } : {};

/** Tests that start a browser, a server process or a long walk: kept out of the quick round. */
const slow = ['tests/journeys/**/*.test.ts', 'tests/**/*.slow.test.ts'];

/** The long way round: what takes minutes, run by `npm run test:long` and before anything lands. */
const long = ['tests/**/*.long.test.ts'];

/** What needs a server that speaks MongoDB's wire protocol: `npm run test:wire`. */
const wire = ['tests/**/*.wire.test.ts'];

/** What reads the calendar holds wherever the machine stands: run in London's time, and once more in UTC. */
const dated = ['tests/engine/{calendar,timescales}/**/*.test.ts', 'tests/processes/examples.test.ts'];

export default defineConfig({
  test: {
    globals: false,
    // every core: left alone, vitest keeps one for watching
    maxWorkers: availableParallelism(),
    projects: [
      {
        test: {
          name: 'architecture',
          globals: false,
          include: ['tests/architecture/**/*.test.ts'],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'fast',
          globals: false,
          include: [
            'tests/{engine,hostile,processes,server,states,web-components,modeller,support}/**/*.test.ts',
          ],
          exclude: [...slow, ...long, ...wire],
          // files share what they import, and the pathway they compile
          isolate: false,
          // tests say what happened, never how long it took: a busy machine is no fault
          testTimeout: 60_000,
          hookTimeout: 60_000,
          env: { ...env, TZ: 'Europe/London' },
        },
      },
      {
        test: {
          name: 'utc',
          globals: false,
          include: dated,
          isolate: false,
          hookTimeout: 60_000,
          env: { ...env, TZ: 'UTC' },
        },
      },
      {
        test: {
          name: 'slow',
          globals: false,
          include: slow,
          exclude: [...long, ...wire],
          isolate: false,
          globalSetup: 'tests/journeys/support/browser-server.ts',
          testTimeout: 300_000,
          hookTimeout: 300_000,
          env,
        },
      },
      {
        test: {
          name: 'long',
          globals: false,
          include: long,
          isolate: false,
          globalSetup: 'tests/journeys/support/browser-server.ts',
          testTimeout: 300_000,
          hookTimeout: 300_000,
          env,
        },
      },
      {
        test: {
          name: 'wire',
          globals: false,
          include: wire,
          isolate: false,
          globalSetup: ['tests/support/wire/shared-server.ts', 'tests/journeys/support/browser-server.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
          env: { ...env, TZ: 'Europe/London' },
        },
      },
    ],
  },
});
