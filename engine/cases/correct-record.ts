import type {
  Answers,
  Case,
  CaseRecord,
  Form,
  FormQuestion,
  Happening,
  Outcome,
  Version,
} from '../contracts/index.ts';
import { findAnswers, refuse } from './check-task.ts';
import { settleClocks } from './clocks.ts';
import { keepPeople, makeRecord } from './completing.ts';
import { decidingTerms } from './deciding.ts';
import { formOf } from './elements.ts';
import { recordFacts, rememberAnswers } from './facts.ts';
import { settleTasks } from './tasks.ts';
import { note, startRewriting, today } from './working.ts';
import type { Act, Working } from './working.ts';

export interface CorrectRecord extends Act {
  record: CaseRecord;
  question: string;
  /** for a child's own answer */
  child?: string;
  value: unknown;
  reason: string;
}

/**
 * Puts a wrong answer or date right, with a reason: a new record that names the old one; facts and clocks follow.
 * An answer that decided the way is not corrected in place but reopened.
 */
export function correctRecord(version: Version, kase: Case, command: CorrectRecord): Outcome {
  const { record, reason } = command;
  const form = formOf(version, record.form);
  const question = form.layout.flatMap((one) => one.questions).find((one) => one.id === command.question);
  if (!question) return refuse('unknown-question', 'This form has no such question.');
  if (!reason.trim()) return refuse('no-reason', 'Say why this answer is corrected.');
  if (question.term && decidingTerms(version.pathway).has(question.term)) {
    return refuse(
      'decides-the-way',
      'This answer decided what happened next, so it cannot be corrected in place. Ask a manager to reopen the step.',
    );
  }
  const answers = corrected(record.answers, command);
  const findings = findAnswers(version, kase, form, record.children, answers, record.at).filter(
    (finding) => finding.question === command.question,
  );
  if (findings.some((finding) => finding.level === 'error')) {
    return refuse('answers', 'The corrected answer needs another look.', findings);
  }
  const working = startRewriting(version, kase, command);
  const further = makeRecord(version, working, { ...again(record), answers, corrects: record.id, reason });
  note(working, 'record-corrected', record.children, {
    ...{ form: form.id, record: further.id, corrects: record.id, question: question.id, reason },
    ...(command.child ? { child: command.child } : {}),
    ...oldAndNew(question, record.answers, command),
  });
  const people = keepPeople(working, form, further);
  replaceFacts(working, form, record, further);
  rememberAnswers(working, form, onlyKnownFrom(record, further, working));
  settleClocks(working);
  settleTasks(working);
  return {
    ...{ kind: 'done', case: working.case, record: further, blocks: [], people },
    ...{ history: working.history, warnings: findings },
  };
}

function again(record: CaseRecord): Pick<CaseRecord, 'form' | 'children'> & Partial<CaseRecord> {
  const { form, children, pins, task, step } = record;
  return { form, children, pins, ...(task ? { task } : {}), ...(step ? { step } : {}) };
}

function corrected(given: Answers, command: CorrectRecord): Answers {
  const answers = structuredClone(given);
  const target = command.child ? (answers.perChild[command.child] ??= {}) : answers.answers;
  if (command.value === undefined || command.value === null) delete target[command.question];
  else target[command.question] = command.value;
  return answers;
}

/** A date, number or code before and after; what people wrote stays in the two records. */
function oldAndNew(question: FormQuestion, was: Answers, command: CorrectRecord): Record<string, unknown> {
  if (!['date', 'number', 'scale', 'radios', 'checkboxes', 'yes-no'].includes(question.type)) return {};
  const given = command.child ? was.perChild[command.child] : was.answers;
  return { before: given?.[question.id], after: command.value };
}

/** Happenings of the old record give way to those of the new one; an unchanged one stays as it was. */
function replaceFacts(working: Working, form: Form, old: CaseRecord, further: CaseRecord): void {
  const { happenings } = working.case;
  const was = happenings.filter((one) => one.record === old.id && !one.replacedBy);
  const episodes = Object.fromEntries(was.map((one) => [one.child, one.episode]));
  for (const one of was) one.replacedBy = 'corrected';
  const made = recordAsThen(working, form, further, episodes, was);
  const corrected = today(working);
  for (const one of was) {
    const now = made.find((other) => other.fact === one.fact && other.child === one.child);
    if (now && wasOnDayOfTyping(form, one.fact)) now.on = one.on;
    one.replacedBy = now?.id ?? 'corrected';
    if (now?.on !== one.on) {
      note(working, 'fact-withdrawn', [one.child], { fact: one.fact, on: one.on, corrected });
    }
  }
}

/**
 * Records the facts in the place of the old ones: what a form asks of the child's situation (is there a plan yet, an
 * enquiry?) is answered as it stood then, and later happenings stay later.
 */
function recordAsThen(
  working: Working,
  form: Form,
  further: CaseRecord,
  episodes: Record<string, string>,
  was: Happening[],
): Happening[] {
  const { happenings } = working.case;
  const [first = happenings.length] = was.map((one) => happenings.indexOf(one));
  const after = first + was.length;
  working.case.happenings = happenings.slice(0, first);
  const made = recordFacts(working, form, further, episodes);
  working.case.happenings = [...happenings.slice(0, after), ...made, ...happenings.slice(after)];
  return made;
}

/** A fact dated by completing the form keeps its day when another answer of the form is corrected. */
function wasOnDayOfTyping(form: Form, fact: string): boolean {
  return form.facts.some((one) => one.fact === fact && one.on.startsWith('completed'));
}

/** Later forms may have answered the same terms since: only answers still known from the old record change. */
function onlyKnownFrom(old: CaseRecord, further: CaseRecord, working: Working): CaseRecord {
  const stillKnown = Object.values(working.case.known).some((known) =>
    Object.values(known).some((answer) => answer.record === old.id),
  );
  return stillKnown ? further : { ...further, answers: { answers: {}, perChild: {} } };
}
