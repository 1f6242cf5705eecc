import { questionsOf } from '#engine';
import { idFromCommand } from '../command-id.ts';
import { refuse, refuseWrite } from '../errors.ts';
import type { Host } from '../host.ts';
import type { Improvement } from './improvement.ts';

export type Saying = Pick<Improvement, 'form' | 'question' | 'step' | 'kind' | 'about' | 'text'> & {
  version?: string;
  commandId: string;
};

/** Keeps what somebody says could be better; the same command once more keeps no second one. */
export async function sayImprovement(host: Host, by: string, saying: Saying): Promise<{ id: string }> {
  const { commandId, version: wanted, ...said } = saying;
  const current = await host.versions.current();
  const version = wanted && wanted !== current.id ? await versionOf(host, wanted) : current;
  const form = version.forms[said.form];
  if (!form) refuse(422, 'unknown-form', 'This form is not in use here. Go back to the task and try again.');
  const question = questionsOf(form).find((one) => one.id === said.question);
  if (said.question !== undefined && !question) {
    refuse(422, 'unknown-question', 'This form no longer asks that question. Say it of the whole form.');
  }
  const id = idFromCommand('improvement', by, commandId);
  const body: Improvement = {
    ...{ id, ...said, formTitle: form.title, version: version.id, by, at: host.clock.now() },
    ...(question ? { label: question.label } : {}),
  };
  const put = await host.store.put({
    ...{ kind: 'improvement', id, body, expecting: 0, owner: by, about: said.form },
    change: { kind: 'pathway' },
  });
  if (!put.ok && put.reason !== 'conflict') refuseWrite(put);
  return { id };
}

async function versionOf(host: Host, id: string) {
  try {
    return await host.versions.get(id);
  } catch {
    refuse(422, 'unknown-version', 'This form is not in use here. Go back to the task and try again.');
  }
}
