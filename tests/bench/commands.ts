import { performance } from 'node:perf_hooks';
import { completeTask, currentStages, whatNextByChoice } from '#engine';
import type { Answers, Case, Task, Version } from '#engine';
import { findAnswers } from '../../engine/cases/index.ts';
import { formOf } from '../../engine/cases/elements.ts';
import { chanceFor, makeFamily, walkFamily } from '../../server/demo/index.ts';
import { shippedVersion } from '../support/shipped-version.ts';
import { figure } from './figure.ts';
import type { Figure } from './figure.ts';

const FAMILIES = 12;

interface Command {
  kase: Case;
  task: Task;
  answers: Answers;
  act: { by: string; now: string; commandId: string };
}

/** What the engine takes for one completed form, as long as families are known: no store, no network. */
export async function measureCommands(): Promise<Figure[]> {
  const version = await shippedVersion();
  const commands = Array.from({ length: FAMILIES }, (_, at) => commandsOf(version, at)).flat();
  const early = commands.filter(({ kase }) => kase.happenings.length < 100);
  const late = commands.filter(({ kase }) => kase.happenings.length >= 400);
  const deciding = commands.filter((_, at) => at % 20 === 0);
  const complete = ({ kase, task, answers, act }: Command): unknown =>
    completeTask(version, kase, { ...act, task: task.id, answers });
  const check = ({ kase, task, answers, act }: Command): unknown =>
    findAnswers(version, kase, formOf(version, task.form), task.children, answers, act.now);
  for (const command of commands) complete(command);
  return [
    figure(
      'completing a form',
      mean(commands, complete),
      'ms',
      `mean of ${String(commands.length)} commands of ${String(FAMILIES)} families over 18 months`,
    ),
    figure(
      '… in the first weeks',
      mean(early, complete),
      'ms',
      `up to 100 happenings, ${String(early.length)} commands`,
    ),
    figure(
      '… after a year',
      mean(late, complete),
      'ms',
      `400 happenings and more, ${String(late.length)} commands`,
    ),
    figure('of which checking the answers', mean(commands, check), 'ms', 'shape, what is missing, rules'),
    figure(
      'what each choice would do',
      mean(deciding, ({ kase, task, answers, act }) => whatNextByChoice(version, kase, task, answers, act)),
      'ms',
      'every option of every deciding question, for the page',
    ),
    figure(
      'where the children are',
      mean(commands, ({ kase }) => kase.children.map(({ id }) => currentStages(version, kase, id))),
      'ms',
      '',
    ),
  ];
}

/** Milliseconds for one. */
function mean(commands: Command[], work: (command: Command) => unknown): number {
  const began = performance.now();
  for (const command of commands) work(command);
  return (performance.now() - began) / commands.length;
}

/** Every form completed on a family's way from the referral into a long plan, with the case as it was before. */
function commandsOf(version: Version, number: number): Command[] {
  const chance = chanceFor(1, `commands-${String(number)}`);
  const walk = walkFamily(
    {
      ...{ version, chance, until: '2026-09-01T12:00:00.000Z' },
      staffFor: (role, notBy) => (role === notBy ? `${role}-2` : role),
    },
    {
      family: makeFamily(chance, `family-${String(number)}`, '2025-03-03', 1 + (number % 3)),
      referred: '2025-03-03T09:30:00.000Z',
      steer: {
        referralOutcome: ['strategy-discussion'],
        strategyDecision: ['section-47-joint'],
        enquiryOutcome: ['initial-conference'],
        conferenceDecision: ['protection-plan'],
        reviewDecision: ['continue-same'],
      },
    },
  );
  const commands: Command[] = [];
  for (let next = walk.next(); !next.done; next = walk.next(next.value.change.case)) {
    const { before, change, act } = next.value;
    const task = before.tasks.find((one) => one.id === change.record?.task);
    if (task && change.record) commands.push({ kase: before, task, answers: change.record.answers, act });
  }
  return commands;
}
