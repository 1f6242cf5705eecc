import type { FormQuestion, Version } from '../contracts/index.ts';
import { checkDraft, compareForms, keyOf, questionsOf } from '../forms/index.ts';
import type { FormChangeKind } from '../forms/index.ts';

/** One form of one version. */
export interface Edition {
  version: Version;
  form: string;
}

/** A draft on its new form. Nothing that was typed is lost, and nothing is changed. */
export interface CarriedDraft {
  /** answers that stand on the new form, by key (`question`, or `question@child`) */
  kept: Record<string, unknown>;
  /** of those, what is asked otherwise now and wants another look: key, and why */
  lookAgain: { key: string; because: string[] }[];
  /** answers that the new form does not ask, or can't take as they are: shown beside it */
  left: { key: string; label: string; value: unknown; because: string }[];
}

/** Changes of a question after which an answer that is still valid may no longer be what was meant. */
const telling: FormChangeKind[] = ['wording', 'type', 'options', 'table', 'condition'];

/**
 * Carries a draft from the form a task began with to another. An answer goes to the question of the same id, or else
 * to the only one that records the same term.
 */
export function carryDraft(
  from: Edition,
  to: Edition,
  draft: Record<string, unknown>,
  children: string[],
): CarriedDraft {
  const [was, is] = [from.version.forms[from.form], to.version.forms[to.form]];
  if (!was || !is) throw new Error(`no form ${was ? to.form : from.form} to carry a draft with`);
  const carried: CarriedDraft = { kept: {}, lookAgain: [], left: [] };
  const changes = compareForms(was, { ...is, id: was.id }, from.version, to.version);
  const { dictionary, blocks } = to.version;
  const about = { form: is, dictionary, blocks, children: children.map((id) => ({ id, unborn: false })) };
  const old = new Map(questionsOf(was).map((question) => [question.id, question]));
  for (const [key, value] of Object.entries(draft)) {
    const [id = '', child] = key.split('@');
    const question = old.get(id);
    const goal = question && following(question, questionsOf(is), old);
    const say = (because: string): void => {
      carried.left.push({ key, label: question?.label ?? id, value, because });
    };
    if (!goal) {
      say('The new form does not ask this.');
      continue;
    }
    const goalKey = keyOf(goal.id, child);
    const [wrong] = checkDraft(about, goalKey, value);
    if (wrong) {
      say(wrong.message);
      continue;
    }
    carried.kept[goalKey] = value;
    const because =
      goal.id === id
        ? changes.filter((one) => one.question === id && telling.includes(one.kind))
        : [{ sentence: `It was written at “${question.label}”.` }];
    if (because.length > 0)
      carried.lookAgain.push({ key: goalKey, because: because.map(({ sentence }) => sentence) });
  }
  return carried;
}

function following(
  question: FormQuestion,
  now: FormQuestion[],
  old: Map<string, FormQuestion>,
): FormQuestion | undefined {
  const same = now.find(({ id }) => id === question.id);
  if (same) return same;
  const alike = now.filter(({ id, term }) => term !== undefined && term === question.term && !old.has(id));
  return alike.length === 1 ? alike[0] : undefined;
}
