import type { Answers, CaseRecord, Form, Happening } from '../contracts/index.ts';
import { evaluateFeel } from '../forms/index.ts';
import { formContext } from './context.ts';
import { episodeOf, nextNumber, note, today } from './working.ts';
import type { Working } from './working.ts';

const SHORT = 200;

/** When a fact happened: on the day the form says, or as it was completed. */
function dayOrMoment(working: Working, on: string, context: Record<string, unknown>): unknown {
  if (on === 'completed') return today(working);
  return on === 'completed-at' ? working.act.now : context[on];
}

/** Records the facts that a completed form declares, one happening per child it holds for. */
export function recordFacts(
  working: Working,
  form: Form,
  record: CaseRecord,
  episodes: Record<string, string>,
): Happening[] {
  const made: Happening[] = [];
  for (const child of record.children) {
    const context = formContext(working.version, working.case, child, record.answers, today(working));
    for (const declared of form.facts) {
      if (declared.when && evaluateFeel(declared.when, context) !== true) continue;
      const on = dayOrMoment(working, declared.on, context);
      if (typeof on !== 'string') continue;
      const value = declared.value ? context[declared.value] : undefined;
      made.push({
        id: `${working.case.id}-h${nextNumber(working)}`,
        fact: declared.fact,
        child,
        episode: episodes[child] ?? episodeOf(working.case, child)?.id ?? '',
        on,
        ...(typeof value === 'string' ? { value } : {}),
        record: record.id,
      });
    }
  }
  for (const { fact, child, on, value } of made) note(working, 'fact-recorded', [child], { fact, on, value });
  working.case.happenings.push(...made);
  return made;
}

/** Keeps what later conditions, carry-forward and the family page read: short answers whole, long ones by reference. */
export function rememberAnswers(working: Working, form: Form, record: CaseRecord): void {
  for (const question of form.layout.flatMap((section) => section.questions)) {
    const { term } = question;
    if (!term || question.type === 'guidance' || question.type === 'echo' || question.block) continue;
    const remember = (owner: string, value: unknown): void => {
      if (value === undefined) return;
      const known = (working.case.known[owner] ??= {});
      const source = {
        record: record.id,
        question: question.id,
        form: form.id,
        at: record.at,
        by: record.by,
      };
      known[term] = isShort(value) ? { value, ...source } : source;
    };
    if (question.per !== 'child') remember('', record.answers.answers[question.id]);
    for (const child of record.children) remember(child, record.answers.perChild[child]?.[question.id]);
  }
}

function isShort(value: unknown): value is string | number | boolean | string[] {
  if (typeof value === 'string') return value.length <= SHORT;
  if (Array.isArray(value)) return value.every((one) => typeof one === 'string' && one.length <= SHORT);
  return typeof value === 'number' || typeof value === 'boolean';
}

/** Messages that answers themselves give to the pathway (a ticked strand), per child. */
export function messagesOf(form: Form, answers: Answers, child: string): string[] {
  return form.layout
    .flatMap((section) => section.questions)
    .flatMap((question) => {
      const given = answers.perChild[child]?.[question.id] ?? answers.answers[question.id];
      const values = Array.isArray(given) ? given : [given];
      return values.flatMap((value) => (typeof value === 'string' ? (question.opens?.[value] ?? []) : []));
    });
}
