import type { Condition, Dictionary, Form, Timescale } from '../contracts/index.ts';
import { questionsOf } from './form-questions.ts';
import { optionsOf } from './options.ts';

/** What a condition's words are taken from. */
export interface ConditionWords {
  form: Form;
  dictionary: Pick<Dictionary, 'codeLists'>;
  timescales: Pick<Timescale, 'id' | 'name'>[];
}

/** When a question is shown, for people: “when “Was the child seen?” is “No””. Without the word that joins it on. */
export function conditionInWords(condition: Condition, words: ConditionWords): string {
  if ('all' in condition) return joined(condition.all, 'and', words);
  if ('any' in condition) return joined(condition.any, 'or', words);
  if ('not' in condition) return `it is not so that ${conditionInWords(condition.not, words)}`;
  if ('late' in condition) {
    const name = words.timescales.find(({ id }) => id === condition.late)?.name ?? condition.late;
    return `${quoted(name)} is late`;
  }
  if ('child' in condition)
    return condition.child === 'born' ? 'the child is born' : 'the child is not yet born';
  const question = questionsOf(words.form).find(({ id }) => id === condition.question);
  const name = quoted(question?.label ?? condition.question);
  const option = (value: string | number | boolean): string => {
    const offered = question ? optionsOf(question, words.dictionary) : [];
    return quoted(offered.find((one) => one.value === value)?.label ?? String(value));
  };
  if ('answered' in condition) return `${name} ${condition.answered ? 'is answered' : 'is not answered'}`;
  if ('is' in condition) return `${name} is ${option(condition.is)}`;
  if ('includes' in condition) return `${name} includes ${option(condition.includes)}`;
  return `${name} is ${condition.oneOf.map(option).join(' or ')}`;
}

function joined(all: Condition[], by: 'and' | 'or', words: ConditionWords): string {
  const parts = all.map((one) => {
    const text = conditionInWords(one, words);
    return 'all' in one || 'any' in one ? `(${text})` : text;
  });
  return parts.join(` ${by} `);
}

const quoted = (text: string): string => `“${text.trim()}”`;
