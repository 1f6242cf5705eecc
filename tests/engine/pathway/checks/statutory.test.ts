import { describe, expect, test } from 'vitest';
import type { Check, Statutory } from '../../../../engine/pathway/checks/index.ts';
import { checks } from '../../../../engine/pathway/checks/index.ts';
import { beside, form, forms, ids, question, sketch, timescale } from '../sketch.ts';

const law = (more: Partial<Statutory>): Statutory => ({ steps: [], timescales: [], questions: [], ...more });
const set = { by: 'A. Person, director', on: '2026-10-01', reason: 'a pilot the minister allowed' };

describe('statutory-steps', () => {
  const own = forms(form('look', [], ['looked']), form('act', [], ['acted']), form('other'));
  const entry = { name: 'Looking before acting', fact: 'looked', before: ['acted'], source: 'the Act' };
  const say = async (processes: Record<string, string>, more: object = {}, all = own) => {
    const pathway = await sketch(processes, {
      look: { form: 'look' },
      act: { form: 'act', name: 'Act now' },
      other: { form: 'other' },
      ...('sends' in more ? { other: { form: 'other', sends: 'act' } } : {}),
    });
    return (checks['statutory-steps'] as Check)(
      beside(pathway, { forms: all, statutory: law({ steps: [{ ...entry, ...more }] }) }),
    );
  };

  test('a step in the way of what it must come before', async () => {
    expect(await say({ main: '(start) -> look -> act -> (done)' })).toEqual([]);
    expect(
      await say({ main: '(start) -> [first] -> act -> (done)', first: '(in) -> look -> (out)' }),
    ).toEqual([]);
  });

  test('a step that is gone is found, with the law that asks for it', async () => {
    const [found] = await say({ main: '(start) -> act -> (done)' });
    expect(found).toMatchObject({
      level: 'error',
      message: expect.stringMatching(/“Looking before acting”.*\(the Act\)/) as string,
    });
  });

  test('a way around it is found, through a question, an early end of its stage, or a strand', async () => {
    const around = '(start) -> <sure>\n<sure> -[a = 1]-> act -> (done)\n<sure> => look -> act';
    expect(ids(await say({ main: around }))).toEqual(['act']);
    const early = {
      main: '(start) -> [first] -> (done)\nfirst^@stop "stop" -> act -> (done)',
      first: '(in) -> look -> (out)',
    };
    expect(ids(await say(early))).toEqual(['act']);
    expect(
      ids(await say({ main: '(start) -> look -> (done)', strand: '(told "act") -> act -> (end)' })),
    ).toEqual(['act']);
  });

  test('a strand that is started only after it goes around nothing', async () => {
    const strand = '(told "act") -> act -> (end)';
    expect(await say({ main: '(start) -> look -> other -> (done)', strand }, { sends: true })).toEqual([]);
    expect(ids(await say({ main: '(start) -> other -> look -> (done)', strand }, { sends: true }))).toEqual([
      'act',
    ]);
  });

  test('a strand that an answer starts counts as well', async () => {
    const processes = { main: '(start) -> look -> other -> (done)', strand: '(told "act") -> act -> (end)' };
    const asking = { ...own, other: form('other', [question('now', { opens: { yes: 'act' } })]) };
    expect(await say(processes, {}, asking)).toEqual([]);
  });

  test('a branch of its own beside another does not go around it, since the branches meet', async () => {
    expect(
      await say({ main: '(start) -> |fork| -> look -> |join| -> act -> (done)\n|fork| -> other -> |join|' }),
    ).toEqual([]);
  });

  test('a way that needs an answer which only it asks does not go around it', async () => {
    const processes = {
      main: '(start) -> <sure>\n<sure> -[risk > 3]-> look -> <found>\n<sure> => <found>\n<found> -[harm]-> act -> (done)\n<found> => (done)',
    };
    expect(await say(processes, {}, { ...own, look: form('look', ['harm'], ['looked']) })).toEqual([]);
    const elsewhere = { look: form('look', ['harm'], ['looked']), act: form('act', ['harm'], ['acted']) };
    expect(ids(await say(processes, {}, { ...own, ...elsewhere }))).toEqual(['act']);
  });

  test('a named authoriser may set it aside, and the drawing keeps saying so', async () => {
    const [found] = await say({ main: '(start) -> act -> (done)' }, { setAside: set });
    expect(found).toMatchObject({
      level: 'warning',
      message: expect.stringContaining('A. Person, director') as string,
    });
  });
});

describe('statutory-timescales', () => {
  const entry = {
    name: 'Acting in time',
    from: 'begun',
    until: 'done',
    length: 15,
    unit: 'working-days' as const,
    source: 'the Act',
  };
  const say = async (own: ReturnType<typeof timescale>[], more: object = {}) => {
    const pathway = await sketch({ main: '(start) -> act -> (done)' }, { act: { timescales: ['first'] } });
    return (checks['statutory-timescales'] as Check)(
      beside(pathway, { timescales: own, statutory: law({ timescales: [{ ...entry, ...more }] }) }),
    );
  };

  test('a clock as long as the law allows, or shorter', async () => {
    expect(await say([timescale('first', { length: 15 })])).toEqual([]);
    expect(await say([timescale('first', { length: 10 })])).toEqual([]);
  });

  test('a clock that is gone, too long, counted otherwise, or at no step is found', async () => {
    const message = async (own: ReturnType<typeof timescale>[]) => (await say(own))[0]?.message;
    expect(await message([timescale('first', { until: ['elsewhere'] })])).toMatch(
      /is not among the timescales/,
    );
    expect(await message([timescale('first', { length: 16 })])).toMatch(/allows more than 15 working days/);
    expect(await message([timescale('first', { length: 10, unit: 'calendar-days' })])).toMatch(
      /counts otherwise/,
    );
    expect(await message([timescale('second', { length: 15 })])).toMatch(/stands at no step/);
  });

  test('a named authoriser may set it aside', async () => {
    expect(await say([], { setAside: set })).toMatchObject([{ level: 'warning' }]);
  });
});

describe('statutory-questions', () => {
  const say = async (asks: string[], more: object = {}) => {
    const pathway = await sketch({ main: '(start) -> act -> (done)' }, { act: { form: 'act' } });
    const questions = [{ name: 'Was the child seen?', term: 'seen', source: 'the Act', ...more }];
    const all = forms(form('act', asks), form('unused', ['seen']));
    return (checks['statutory-questions'] as Check)(
      beside(pathway, { forms: all, statutory: law({ questions }) }),
    );
  };

  test('a form on the drawing asks it', async () => {
    expect(await say(['seen'])).toEqual([]);
  });

  test('a question that only an unused form asks is found; a named authoriser may set it aside', async () => {
    expect((await say([]))[0]).toMatchObject({
      level: 'error',
      message: expect.stringContaining('“Was the child seen?”') as string,
    });
    expect(await say([], { setAside: set })).toMatchObject([{ level: 'warning' }]);
  });
});
