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
    expect(walk).toMatchObject({
      open: ['meet'],
      reached: expect.arrayContaining(['written', 'join', 'meet']),
    });
  });

  test('goes round a loop until somebody says that it ends, the step opening anew each time', async () => {
    const walk = await begin({
      main: `(start) -> visit -> <again>
             <again> -[more = "no"]-> (done)
             <again> => visit`,
    });
    expect(walk.complete('visit')).toMatchObject({ open: ['visit'], opened: ['visit'], closed: ['visit'] });
    expect(walk.complete('visit').open).toEqual(['visit']);
    expect(walk.complete('visit', { more: 'no' }).track).toBeNull();
  });

  test('a stage that is entered again from its own end starts anew', async () => {
    const walk = await begin({
      main: `(start) -> [stage] -> <again>
             <again> -[more = "yes"]-> [stage]
             <again> => (done)`,
      stage: '(begin) -> one -> two -> (end)',
    });
    walk.complete('stage/one').complete('stage/two', { more: 'yes' });
    expect(walk).toMatchObject({ open: ['stage/one'], opened: ['stage/one'], closed: ['stage/two'] });
  });

  test('a terminate end closes endless work beside it', async () => {
    const walk = await begin({
      main: '(start) -> [plan] -> close -> (done)',
      plan: `(begin) -> |fork| -> [visits] -> (never)
             |fork| -> review -> <goes-on>
             <goes-on> -[plan = "ends"]-> (!ended)
             <goes-on> => review`,
      visits: `(v) -> |merge| -> visit -> <again>
               <again> -[visits = "stop"]-> (stopped)
               <again> => visit`,
    });
    expect(walk.open).toEqual(['plan/visits/visit', 'plan/review']);
    expect(walk.complete('plan/visits/visit').complete('plan/review').open).toHaveLength(2);
    walk.complete('plan/review', { plan: 'ends' });
    expect(walk).toMatchObject({ open: ['close'], closed: ['plan/visits/visit', 'plan/review'] });
    expect(walk.reached).toEqual(['goes-on', 'goes-on--ended', 'ended', 'close']);
  });

  test('the first of several that comes decides, and the others are waited for no more', async () => {
    const processes = {
      main: `(start) -> <?first> -> ~prepare "prepare-review" -> review -> (done)
             <?first> -> @sooner "bring the review forward" -> review`,
    };
    const byClock = await begin(processes);
    expect(byClock.open).toEqual(['prepare', 'sooner']);
    expect(byClock.due('prepare').open).toEqual(['review']);
    expect((await begin(processes)).message('sooner').open).toEqual(['review']);
  });

  test('waiting for the first of several in a loop waits for all of them again', async () => {
    const walk = await begin({
      main: `(start) -> <?first> -> ~prepare -> review -> <again>
             <?first> -> @sooner "sooner" -> review
             <again> -[more = "no"]-> (done)
             <again> => <?first>`,
    });
    expect(walk.message('sooner').complete('review').open).toEqual(['prepare', 'sooner']);
    expect(walk.due('prepare').complete('review')).toMatchObject({ opened: ['prepare', 'sooner'] });
  });

  test('a message on the border of a stage closes the stage and everything called in it', async () => {
    const walk = await begin({
      main: `(start) -> [assess] -> close -> (done)
             assess^@harm "harm found" -> enquire -> (enquired)`,
      assess: '(begin) -> {inner=writing} -> (end)',
      writing: '(w) -> write -> sign -> (written)',
    });
    expect(walk.open).toEqual(['assess/inner/write', 'harm']);
    walk.complete('assess/inner/write').message('harm');
    expect(walk).toMatchObject({ open: ['enquire'], closed: ['assess/inner/sign', 'harm'] });
    expect(walk.complete('enquire').track).toBeNull();
  });

  test('a border event is no longer waited for once its stage has ended', async () => {
    const walk = await begin({
      main: `(start) -> {assess=writing} -> close -> (done)
             assess^@harm "harm found" -> enquire -> (enquired)`,
      writing: '(w) -> write -> (written)',
    });
    expect(walk.complete('assess/write')).toMatchObject({
      open: ['close'],
      closed: ['assess/write', 'harm'],
    });
  });

  test('a border message that leads back into its own stage starts the stage anew', async () => {
    const walk = await begin({
      main: `(start) -> {assess=writing} -> (done)
             assess^@again "start again" -> {assess=writing}`,
      writing: '(w) -> write -> sign -> (written)',
    });
    walk.complete('assess/write').message('again');
    expect(walk).toMatchObject({ open: ['assess/write', 'again'], opened: ['assess/write', 'again'] });
  });

  test('a clock on the border of a step takes the step away when it falls due', async () => {
    const processes = {
      main: `(start) -> protect -> (done)
             protect^~lapse "police-protection" -> look -> (lapsed)`,
    };
    const walk = await begin(processes);
    expect(walk.due('lapse')).toMatchObject({ open: ['look'], closed: ['protect', 'lapse'] });
    expect((await begin(processes)).complete('protect').reached).toEqual(['done']);
  });

  test('a strand begins after the message that starts it', async () => {
    const walk = await begin(
      { main: '(a) -> b -> (c)', birth: '(born "child born") -> record -> (end)' },
      'birth',
    );
    expect(walk).toMatchObject({ open: ['record'], opened: ['record'], closed: [] });
  });

  test('a stage called from two places is in each of them by itself', async () => {
    const walk = await begin({
      main: '(start) -> |fork| -> {one=writing} -> |join| -> (done)\n|fork| -> {two=writing} -> |join|',
      writing: '(w) -> write -> sign -> (written)',
    });
    expect(walk.complete('one/write').open).toEqual(['one/sign', 'two/write']);
    expect(walk.complete('two/write').complete('one/sign').complete('two/sign').track).toBeNull();
  });

  test('a stage that waits for nobody is passed through at once', async () => {
    const walk = await begin({
      main: '(start) -> a -> [empty] -> b -> (done)',
      empty: `(begin) -> <known>
              <known> -[told = "yes"]-> (told)
              <known> => ask -> (asked)`,
    });
    expect(walk.complete('a', { told: 'yes' })).toMatchObject({ open: ['b'], closed: ['a'] });
    expect(walk.reached).toEqual(['empty', 'known', 'known--told', 'told', 'b']);
  });

  test('a call to a process that has no table is waited for, and completing it is its return', async () => {
    const walk = await begin({ main: '(start) -> {elsewhere=another} -> after -> (done)' });
    expect(walk.open).toEqual(['elsewhere']);
    expect(walk.complete('elsewhere').open).toEqual(['after']);
  });

  test('asks each question once in a step, however many stages meet it', async () => {
    const tables = await compile(
      drawing({
        main: `(start) -> {call=inner} -> <outside>
               <outside> -[way = "a"]-> (a)
               <outside> => (b)`,
        inner: `(i) -> decide -> <inside>
                <inside> -[way = "a"]-> (x)
                <inside> => (y)`,
      }),
    );
    const asked: string[] = [];
    const decide: Decide = ({ gateway }) => asked.push(gateway) > 0;
    const { track } = step(tables, null, { kind: 'start', process: 'main' }, decide) ?? {};
    const stepped = step(tables, track ?? null, { kind: 'complete', path: 'call/decide' }, decide);
    expect(asked).toEqual(['inside']);
    expect(stepped?.decisions.map(({ question, answer }) => [question.flow, answer])).toEqual([
      ['inside--x', true],
      ['outside--a', true],
    ]);
  });
});

describe('an input that nothing waits for', () => {
  const processes = { main: '(start) -> write -> sign -> (done)' };

  test.each([
    ['a step done already', { kind: 'complete', path: 'write' }],
    ['a step that is not drawn', { kind: 'complete', path: 'nowhere/at/all' }],
    ['a step taken for a clock', { kind: 'clock', path: 'sign' }],
    ['a process that is not drawn', { kind: 'start', process: 'nothing' }],
  ] as const)('is refused and changes nothing: %s', async (_, input) => {
    const { tables, track } = (await begin(processes)).complete('write');
    const before = structuredClone(track);
    expect(step(tables, track, input, () => true)).toBeNull();
    expect(track).toEqual(before);
  });

  test('is refused when the track has ended', async () => {
    const { tables } = await begin(processes);
    expect(step(tables, null, { kind: 'complete', path: 'write' }, () => true)).toBeNull();
  });
});

test('a track of other tables is a defect, not a refusal', async () => {
  const tables = await compile(drawing({ main: '(start) -> write -> (done)' }));
  const stray: Track = { process: 'main', place: 'no-such-place', children: {} };
  expect(() => openSteps(tables, stray)).toThrow('"main" has no place "no-such-place"');
});
