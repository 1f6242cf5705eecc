import { describe, expect, test } from 'vitest';
import type { Decide, Tables, Track } from '../../../engine/contracts/index.ts';
import { compile, openSteps, step } from '../../../engine/execution/index.ts';
import { drawing } from '../../support/drawing.ts';

/** Walks a drawing as the host would, saying after each input what is open. */
class Walk {
  track: Track | null = null;
  readonly tables: Tables;
  readonly facts: Record<string, string> = {};
  reached: string[] = [];
  opened: string[] = [];
  closed: string[] = [];

  constructor(tables: Tables, process = 'main') {
    this.tables = tables;
    this.#take(step(tables, null, { kind: 'start', process }, this.#decide));
  }

  get open(): string[] {
    return this.track ? openSteps(this.tables, this.track).map(({ path }) => path) : [];
  }

  complete(path: string, answers: Record<string, string> = {}): this {
    return this.#give('complete', path, answers);
  }

  due(path: string): this {
    return this.#give('clock', path, {});
  }

  message(path: string): this {
    return this.#give('message', path, {});
  }

  #give(kind: 'complete' | 'clock' | 'message', path: string, answers: Record<string, string>): this {
    Object.assign(this.facts, answers);
    return this.#take(step(this.tables, this.track, { kind, path }, this.#decide));
  }

  #take(stepped: ReturnType<typeof step>): this {
    if (!stepped) throw new Error('refused');
    this.track = stepped.track;
    this.reached = stepped.reached;
    this.opened = stepped.opened.map(({ path }) => path);
    this.closed = stepped.closed.map(({ path }) => path);
    return this;
  }

  /** Conditions of these tests read `term = "value"`. */
  readonly #decide: Decide = ({ condition }) => {
    const [, term = '', value] = /^(\w+) = "(\w+)"$/.exec(condition) ?? [];
    return this.facts[term] === value;
  };
}

const begin = async (processes: Record<string, string>, process = 'main'): Promise<Walk> =>
  new Walk(await compile(drawing(processes)), process);

describe('a track', () => {
  test('goes from step to step and ends', async () => {
    const walk = await begin({ main: '(start) -> write -> sign -> (done)' });
    expect(walk.open).toEqual(['write']);
    expect(walk.complete('write').open).toEqual(['sign']);
    expect(walk.complete('sign')).toMatchObject({ track: null, reached: ['done'], closed: ['sign'] });
  });

  test('takes the way that the answers choose, and the default when none holds', async () => {
    const processes = {
      main: `(start) -> screen -> <outcome>
             <outcome> -[way = "help"]-> help -> (helped)
             <outcome> -[way = "assess"]-> assess -> (assessed)
             <outcome> => (closed)`,
    };
    expect((await begin(processes)).complete('screen', { way: 'help' }).open).toEqual(['help']);
    expect((await begin(processes)).complete('screen', { way: 'assess' }).open).toEqual(['assess']);
    const closed = (await begin(processes)).complete('screen');
    expect(closed).toMatchObject({ track: null, reached: ['outcome', 'outcome--closed', 'closed'] });
  });

  test('waits at a join until every branch has come, a called stage among them', async () => {
    const walk = await begin({
      main: `(start) -> |fork| -> book -> |join| -> meet -> (done)
             |fork| -> {report=writing} -> |join|`,
      writing: `(begin) -> write -> authorise -> <returned>
                <returned> -[authorisation = "return"]-> write
                <returned> => (written)`,
    });
    expect(walk.open).toEqual(['book', 'report/write']);
    expect(walk.complete('book').open).toEqual(['report/write']);
    expect(walk.complete('report/write').open).toEqual(['report/authorise']);
    expect(walk.complete('report/authorise', { authorisation: 'return' }).open).toEqual(['report/write']);
    walk.complete('report/write').complete('report/authorise', { authorisation: 'authorise' });
    expect(walk).toMatchObject({ open: ['meet'], reached: expect.arrayContaining(['written', 'join', 'meet']) });
  });
});
