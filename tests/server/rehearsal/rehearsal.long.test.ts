import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isAnswered } from '#engine';
import typical from '../../../processes/child-protection/typical.json' with { type: 'json' };
import { command, drafting, type Refused } from '../drafts/drafting.ts';
import { testServer, type Browser, type TestServer } from '../support/test-server.ts';
import {
  begin,
  look as lookAt,
  play as playStep,
  type Answers,
  type FormSaid,
  type Page,
} from './rehearsing.ts';

let server: TestServer;
let ann: Browser;
let draft: string;
const { start } = drafting(() => server);
beforeAll(async () => {
  server = await testServer({ published: true });
  ann = await server.signedIn('working-group-member', 'north', 'ann');
  draft = await start(ann, 'To be tried');
});
afterAll(() => server.close());

const invented = async (): Promise<string> => (await begin(ann, draft, 'invented')).body.rehearsal;
const look = (id: string): Promise<Page> => lookAt(ann, id);
const play = (id: string, step: string, given?: Answers) => playStep(ann, id, step, given);

describe('a rehearsal with an invented family', () => {
  it('opens the draft’s first step, with who does it and the form as it would open', async () => {
    const id = await invented();
    const page = await look(id);
    expect(page.tasks.map(({ step, role }) => [step, role.id])).toEqual([
      ['record-contact', 'business-support'],
    ]);
    expect(page.tasks[0]?.children).toHaveLength(3);
    expect(page.drawing.children).toHaveLength(3);
    const task = await ann.get<{ form: { id: string }; canComplete: { ok: boolean }; children: unknown[] }>(
      `/api/rehearsals/${id}/tasks/${page.tasks[0]?.id ?? ''}`,
    );
    expect(task.status).toBe(200);
    expect(task.body).toMatchObject({ form: { id: 'contact' }, canComplete: { ok: true } });
  });

  it('says what happened when a step is completed, and keeps its record to be printed', async () => {
    const id = await invented();
    const played = await play(id, 'record-contact');
    expect([played.status, played.body.refusal]).toEqual([200, undefined]);
    expect(played.body.happened.says).toEqual(['Opened: Screen the contact']);
    const page = await look(id);
    expect(page.tasks.map(({ step }) => step)).toEqual(['screen-contact']);
    expect(page.done.map(({ step }) => step)).toEqual(['record-contact']);
    const record = await ann.get<{ form: { id: string }; by: { name: string }; children: unknown[] }>(
      `/api/rehearsals/${id}/records/${page.records[0]?.id ?? ''}`,
    );
    expect(record.body).toMatchObject({ form: { id: 'contact' } });
    expect(record.body.by.name).toContain('(rehearsed)');
  });

  it('keeps what is typed until the step is completed', async () => {
    const id = await invented();
    const [task] = (await look(id)).tasks;
    const path = `/api/rehearsals/${id}/tasks/${task?.id ?? ''}`;
    const form = (await ann.get<FormSaid>(path)).body.form;
    const question = form.layout
      .flatMap(({ questions }) => questions)
      .find(({ type, per }) => type === 'short-text' && per === 'family');
    const kept = await ann.put(`${path}/drafts/${question?.id ?? ''}`, { value: 'Typed', revision: 0 });
    expect(kept.status).toBe(200);
    const again = await ann.get<{ drafts: Record<string, { value: unknown }> }>(path);
    expect(again.body.drafts[question?.id ?? '']).toMatchObject({ value: 'Typed' });
  });

  it('refuses what the forms refuse', async () => {
    const id = await invented();
    const [task] = (await look(id)).tasks;
    const nothing = { answers: {}, perChild: {}, commandId: command() };
    const refused = await ann.post<Refused>(
      `/api/rehearsals/${id}/tasks/${task?.id ?? ''}/completion`,
      nothing,
    );
    expect(refused.status).toBe(422);
    expect(refused.body.refusal.findings.length).toBeGreaterThan(0);
    expect((await look(id)).tasks.map(({ step }) => step)).toEqual(['record-contact']);
  });

  /** Does what is open, first things first, until nothing is or a step was done; says which steps. */
  async function playOn(id: string, decided: Record<string, string>, until: string): Promise<string[]> {
    const steps: string[] = [];
    for (let page = await look(id); page.tasks.length > 0 && steps.length < 30; page = await look(id)) {
      const step = page.tasks[0]?.step ?? '';
      const played = await play(id, step, await byTerm(id, step, decided));
      expect([step, played.status, played.body.refusal]).toEqual([step, 200, undefined]);
      steps.push(step);
      if (step === until) break;
    }
    return steps;
  }

  it('goes to the end of the pathway', async () => {
    const id = await invented();
    const decided = { contactOutcome: 'referral', referralOutcome: 'no-further-action' };
    const steps = await playOn(id, decided, '');
    expect(steps.slice(0, 3)).toEqual(['record-contact', 'screen-contact', 'decide-referral']);
    expect(await look(id)).toMatchObject({ tasks: [], ended: true });
  });

  it('has author and authoriser be two', async () => {
    const id = await invented();
    const decided = {
      ...{ contactOutcome: 'referral', referralOutcome: 'assessment', authorisation: 'authorise' },
      assessmentOutcome: 'child-in-need',
    };
    const steps = await playOn(id, decided, 'authorise-assessment');
    expect(steps.indexOf('authorise-assessment')).toBeGreaterThan(steps.indexOf('write-assessment'));
    expect(steps).toContain('write-assessment');
  });

  it('lets time pass where a clock is drawn, and says where none is', async () => {
    const id = await invented();
    const still = await ann.post<Refused>(`/api/rehearsals/${id}/time`, { commandId: command() });
    expect([still.status, still.body.refusal.reason]).toEqual([422, 'no-clock']);
    await playOn(id, typical.decided, 'write-plan');
    const before = await look(id);
    expect(before.waits?.length).toBeGreaterThan(0);
    const later = await ann.post<Page>(`/api/rehearsals/${id}/time`, { commandId: command() });
    expect(later.body.now >= (before.wakeUp ?? '')).toBe(true);
    expect(later.body.tasks.length).toBeGreaterThan(before.tasks.length);
  });

  it('leaves nothing in the store but itself, and that only until it ends', async () => {
    const before = (await server.store.list('cases', {}, {})).rows;
    const id = await invented();
    await play(id, 'record-contact');
    expect((await server.store.list('cases', {}, {})).rows).toEqual(before);
    expect((await server.store.list('documents', { kind: 'draft' }, {})).rows).toEqual([]);
    expect((await ann.send({ method: 'DELETE', url: `/api/rehearsals/${id}` })).status).toBe(200);
    expect((await ann.get(`/api/rehearsals/${id}`)).status).toBe(404);
  });

  it('is its owner’s alone, and gone after four hours', async () => {
    const id = await invented();
    const ben = await server.signedIn('practice-lead', 'north', 'ben');
    expect((await ben.get(`/api/rehearsals/${id}`)).status).toBe(404);
    server.clock.pass(4 * 60 * 60 + 1);
    const back = await server.signedIn('working-group-member', 'north', 'ann');
    expect((await back.get(`/api/rehearsals/${id}`)).status).toBe(404);
    ann = back;
  });

  /** What is decided, by the questions of the step's form that ask for these terms. */
  async function byTerm(id: string, step: string, decided: Record<string, string>): Promise<Answers> {
    const task = (await look(id)).tasks.find((one) => one.step === step);
    const { form } = (await ann.get<FormSaid>(`/api/rehearsals/${id}/tasks/${task?.id ?? ''}`)).body;
    const questions = form.layout
      .flatMap((section) => section.questions)
      .filter((one) => isAnswered(one) && decided[one.term ?? ''] !== undefined);
    const of = (per: boolean) =>
      Object.fromEntries(
        questions
          .filter((one) => (one.per === 'child') === per)
          .map((one) => [one.id, decided[one.term ?? '']]),
      );
    const children = task?.children ?? [];
    return {
      answers: of(false),
      perChild: Object.fromEntries(children.map((child) => [child.id, of(true)])),
    };
  }
});
