import type { FastifyInstance, FastifyRequest } from 'fastify';
import { addRecord, findAnswers } from '#engine';
import type { Answers, Form, Version } from '#engine';
import { familyThing, performsOf } from '../access/index.ts';
import type { Person } from '../access/index.ts';
import { replyOf } from '../answers.ts';
import { carryOut } from '../cases/index.ts';
import { refuse, refuseAbsent, refuseWrite } from '../errors.ts';
import type { Host } from '../host.ts';
import { id, listOf, params, sent } from '../schemas.ts';
import { signedIn } from '../signed-in.ts';
import type { StoredCase } from '../store/port.ts';
import { answersPage } from './answers-page.ts';
import { happened } from './complete.ts';
import { draftsOf, saveDraft } from './drafts.ts';
import type { DraftPlace } from './drafts.ts';
import { sayHappened } from './say-happened.ts';
import * as shapes from './shapes.ts';

type OfForm<Body = unknown> = FastifyRequest<{
  Params: { id: string; form: string; key: string };
  Body: Body;
}>;
type Sent = Answers & { children: string[]; commandId: string };

/** Forms that are added to a family at any time: a case note, a visit, a child's words. */
export function additionRoutes(app: FastifyInstance, host: Host): void {
  const thing = async (request: FastifyRequest) => {
    const family = await host.store.family((request.params as { id: string }).id);
    return family && familyThing(family);
  };
  const may = { action: 'add-record', thing } as const;
  const shared = { tags: ['families'], params: params('id', 'form') };
  const path = '/api/cases/:id/additions/:form';

  app.get(path, {
    schema: { summary: 'A form to add to a family', ...shared, response: { 200: shapes.open } },
    config: { may, audit: { action: 'read-family' } },
    handler: async (request: OfForm) => {
      const person = signedIn(request);
      const { stored, version, form } = await formToAdd(host, request, person);
      const children = stored.case.children.map((child) => child.id);
      const place = placeOf(request, person);
      const page = await answersPage(host, { version, kase: stored.case, form, children, place });
      const task = {
        ...{ id: '', case: stored.case.id, caseName: stored.family.name, step: '', what: form.title },
        ...{ children: page.children, opened: host.clock.now(), revision: stored.case.revision },
        ...{ stage: { id: '', name: '' }, role: { id: '', name: '' } },
      };
      return { ...page, task, canComplete: { ok: true } };
    },
  });

  app.put(`${path}/drafts/:key`, {
    schema: {
      ...{ summary: 'Save one draft answer', tags: ['families'], params: params('id', 'form', 'key') },
      ...{ body: shapes.draft, response: { 200: shapes.drafted } },
    },
    config: { may, audit: { action: 'write-draft' } },
    handler: async (request: OfForm<{ value: unknown; revision: number; origin?: string }>) => {
      const person = signedIn(request);
      await formToAdd(host, request, person);
      const draft = { ...request.body, key: request.params.key, by: person.id };
      const { saved, at, theirs } = await saveDraft(host, placeOf(request, person), draft);
      if (!saved.ok) return refuseWrite(saved, theirs ? { theirs } : {});
      return { revision: saved.revision, savedAt: at };
    },
  });

  app.post(`${path}/check`, {
    schema: {
      ...{ summary: 'What is wrong with the answers', ...shared, response: { 200: shapes.checked } },
      body: sent({ ...shapes.answersSent, children: listOf(id) }, ['reasons', 'children']),
    },
    config: { may, audit: { none: 'Looks at what the person is writing.' } },
    handler: async (request: OfForm<Answers & { children?: string[] }>) => {
      const { stored, version, form } = await formToAdd(host, request, signedIn(request));
      const { children, ...answers } = request.body;
      const about = children ?? stored.case.children.map((child) => child.id);
      return {
        findings: findAnswers(version, stored.case, form, about, answers, host.clock.now()),
        next: [],
      };
    },
  });

  app.post(path, {
    schema: {
      ...{ summary: 'Add a completed form to a family', ...shared, response: { 200: shapes.completed } },
      body: sent({ ...shapes.answersSent, children: listOf(id), commandId: id }, ['reasons']),
    },
    config: { may, audit: { action: 'add-record' } },
    handler: async (request: OfForm<Sent>) => {
      const person = signedIn(request);
      const { stored, form } = await formToAdd(host, request, person);
      const place = placeOf(request, person);
      const drafts = await draftsOf(
        host,
        place,
        stored.case.tasks.map((task) => task.id),
      );
      const { commandId, children, ...answers } = request.body;
      const carried = await carryOut(host, {
        ...{ case: stored.case.id, by: person.id, commandId },
        decide: (version, kase, act) =>
          addRecord(version, kase, { ...act, form: form.id, children, answers }),
        reply: (change, version, before) => happened(change, version, before),
        drafts: [...drafts.values()].filter((one) => one.id.startsWith('add:')).map((one) => one.id),
      });
      return { happened: await sayHappened(host, stored.case.id, replyOf(carried)) };
    },
  });
}

async function formToAdd(
  host: Host,
  request: FastifyRequest,
  person: Person,
): Promise<{ stored: StoredCase; version: Version; form: Form }> {
  const { id: caseId, form: formId } = request.params as { id: string; form: string };
  const stored = await host.store.load(caseId);
  const version = stored && (await host.versions.get(stored.case.version));
  const form = version?.forms[formId];
  if (!stored || !version || !form?.anytime) return refuseAbsent();
  const roles = performsOf(person.roles);
  if (!form.anytime.roles.some((role) => roles.includes(role))) {
    return refuse(403, 'not-your-role', `“${form.title}” is for another role. Ask a colleague to add it.`);
  }
  return { stored, version, form };
}

/** Drafts of an addition are the person's own until it is completed. */
function placeOf(request: FastifyRequest, person: Person): DraftPlace {
  const { id: caseId, form } = request.params as { id: string; form: string };
  return { owner: `add:${caseId}:${form}:${person.id}`, case: caseId, form };
}
