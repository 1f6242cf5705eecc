import type {
  Block,
  Dictionary,
  Fact,
  Finding,
  Form,
  FormQuestion,
  Role,
  Timescale,
} from '../../contracts/index.ts';

/** What a form may name: the rest of its version. What is left out is not checked against. */
export interface Surroundings {
  dictionary: Dictionary;
  blocks: Block[];
  facts?: Fact[];
  timescales?: Timescale[];
  roles?: Role[];
  /** ids of all forms of the version */
  forms?: string[];
  /** ids of all outputs of the version */
  outputs?: string[];
  /** messages that a strand, a stage or a wait of the drawing takes */
  messages?: string[];
  /** words that families should not have to read, and what to say instead */
  avoid?: { word: string; say: string }[];
}

/** One small rule over one form; findings name the question and say what to do. */
export type FormCheck = (form: Form, around: Surroundings) => Finding[];

export function error(check: string, message: string, question?: FormQuestion | string): Finding {
  return finding(check, 'error', message, question);
}

export function warning(check: string, message: string, question?: FormQuestion | string): Finding {
  return finding(check, 'warning', message, question);
}

function finding(
  check: string,
  level: Finding['level'],
  message: string,
  question?: FormQuestion | string,
): Finding {
  const id = typeof question === 'string' ? question : question?.id;
  return { check, level, message, ...(id === undefined ? {} : { question: id }) };
}
