import { reopenTask } from '#engine';
import type { CaseRecord, Refusal } from '#engine';
import type { Host } from '../host.ts';
import { carryOut } from './carry-out.ts';
import type { Carried, Command } from './carry-out.ts';
import { completionOf, firstOf, recordsOf } from './records-of.ts';

/** Takes a completed step back, with a reason: the children stand where they stood, and the step is open again. */
export const reopen = async (
  host: Host,
  record: CaseRecord,
  command: { reason: string; by: string; commandId: string },
): Promise<Carried<{ task: string }>> => carryOut(host, await reopening(host, record, command));

/** The reopening as a command: to be carried out, or only looked at. */
export async function reopening(
  host: Host,
  record: CaseRecord,
  command: { reason: string; by: string; commandId: string },
): Promise<Command<{ task: string }>> {
  const { reason, by, commandId } = command;
  const first = firstOf(record, await recordsOf(host.store, record.case, record.form));
  return {
    ...{ case: record.case, by, commandId },
    decide: async (version, kase, act) => {
      // what happened later is read anew for every try: a step completed meanwhile stands in the way
      const siblings = await recordsOf(host.store, record.case, record.form);
      const completion = await completionOf(host.store, record, siblings);
      if (!completion) return no('not-a-task', 'This was added by hand, not by a step: correct it instead.');
      if (completion.reopened) return no('reopened', 'This step was reopened already.');
      return reopenTask(version, kase, { ...act, ...completion, reason });
    },
    reply: () => ({ task: first.task ?? '' }),
  };
}

function no(reason: string, message: string): Refusal {
  return { kind: 'refused', reason, message, findings: [] };
}
