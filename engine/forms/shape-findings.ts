import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ErrorObject, ValidateFunction } from 'ajv/dist/2020.js';
import { isDay, isMoment } from '../calendar/index.ts';
import type { Answers, Block, Dictionary, Finding, Form, FormQuestion } from '../contracts/index.ts';
import { inRow, wrongSays } from './answer-messages.ts';
import { columnsOf } from './columns-of.ts';
import { isAnswered, questionsOf } from './form-questions.ts';
import { schemaOf } from './schema-of.ts';

export interface Known {
  form: Form;
  dictionary: Pick<Dictionary, 'codeLists'>;
  blocks: Block[];
}

const ajv = new Ajv2020({ allErrors: true, strict: false, formats: { date: isDay, 'date-time': isMoment } });
const compiled = new WeakMap<Form, ValidateFunction>();

/** What is merely not there yet: `checkAnswers` says it where it matters, and a draft may leave it so. */
const UNFINISHED = ['required', 'minLength', 'minItems', 'pattern'];

/** Answers that are unknown, misplaced or of the wrong type. One finding per answer or cell, beside its question. */
export function shapeFindings(known: Known, answers: Answers, purpose: 'draft' | 'complete'): Finding[] {
  const validate = validatorOf(known);
  if (validate(answers)) return [];
  const said = new Map<string, Finding>();
  for (const error of validate.errors ?? []) {
    if (error.keyword === 'if' || isLeftToOthers(known.form, error, purpose)) continue;
    const finding = findingOf(known, error);
    const key = `${finding.question}\n${finding.child}\n${finding.message}`;
    if (!said.has(key)) said.set(key, finding);
  }
  return [...said.values()];
}

function validatorOf({ form, dictionary, blocks }: Known): ValidateFunction {
  let validate = compiled.get(form);
  if (!validate) {
    validate = ajv.compile(schemaOf(form, dictionary, blocks));
    compiled.set(form, validate);
  }
  return validate;
}

function isLeftToOthers(form: Form, error: ErrorObject, purpose: 'draft' | 'complete'): boolean {
  const { keyword, instancePath } = error;
  if (!UNFINISHED.includes(keyword)) return false;
  const { question, row, isWhole } = placeOf(instancePath);
  if (keyword === 'required' && instancePath !== '') {
    if (question === undefined || row !== undefined) return true;
  }
  if (purpose === 'draft') return instancePath !== '';
  return isWhole && questionsOf(form).some(({ id, required }) => id === question && required);
}

interface Place {
  child?: string;
  question?: string;
  row?: number;
  /** of a row, or of an answer that has parts */
  column?: string;
  /** the answer itself, not a part of it */
  isWhole: boolean;
}

/** Where an error lies, from its JSON pointer: /answers/<question>/<row>/<column> or /perChild/<child>/<question>/… */
function placeOf(pointer: string): Place {
  const [part, ...steps] = pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  const child = part === 'perChild' ? steps.shift() : undefined;
  const [question, ...parts] = steps;
  const [first] = parts;
  const row = first !== undefined && /^\d+$/.test(first) ? Number(first) : undefined;
  const column = row === undefined ? first : parts[1];
  return {
    ...(child === undefined ? {} : { child }),
    ...(question === undefined ? {} : { question }),
    ...(row === undefined ? {} : { row }),
    ...(column === undefined ? {} : { column }),
    isWhole: question !== undefined && parts.length === 0,
  };
}

function findingOf(known: Known, error: ErrorObject): Finding {
  const place = placeOf(error.instancePath);
  const extra = (error.params as { additionalProperty?: string }).additionalProperty;
  if (place.question === undefined && extra !== undefined) {
    return { ...unknownAnswer(known.form, extra, place.child), question: extra, ...childOf(place) };
  }
  const question = questionsOf(known.form).find(({ id }) => id === place.question);
  if (!question) {
    return {
      check: 'answers-shape',
      level: 'error',
      message: 'The answers are not in the form { answers, perChild }.',
    };
  }
  const message = messageOf(known, question, place, extra);
  return { check: 'answer-wrong', level: 'error', question: question.id, ...childOf(place), message };
}

const childOf = ({ child }: Place) => (child === undefined ? {} : { child });

function messageOf(known: Known, question: FormQuestion, { row, column }: Place, extra?: string): string {
  if (column === 'notPossible') return `Say why “${question.label}” could not be answered.`;
  if (question.type !== 'table' || row === undefined) return wrongSays(question);
  const cell = columnsOf(question, known.blocks).find(({ id }) => id === column);
  if (cell) return inRow(question, row, wrongSays(cell));
  return inRow(question, row, extra ? `there is no column “${extra}”.` : 'this is not a row of this table.');
}

function unknownAnswer(form: Form, id: string, child: string | undefined): Omit<Finding, 'question'> {
  const question = questionsOf(form).find((one) => one.id === id);
  const say = (message: string) => ({ check: 'answer-unknown', level: 'error' as const, message });
  if (!question) return say(`This form has no question “${id}”: nothing was kept.`);
  if (!isAnswered(question)) return say(`“${question.label}” is shown here and takes no answer.`);
  return child === undefined
    ? say(`“${question.label}” is answered for each child.`)
    : say(`“${question.label}” is answered once for the family.`);
}
