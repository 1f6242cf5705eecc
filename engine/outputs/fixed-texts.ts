import type { Block, CodeList, Column, Form, FormQuestion, Output } from '../contracts/index.ts';
import { askedBy, optionsOf, phrasesOf, questionsOf, shownColumns } from '../forms/browser.ts';
import { blocksIn } from './left-out.ts';
import { linkedQuestions } from './linked.ts';
import { questionsIn } from './questions-in.ts';
import { turnsOf } from './turned.ts';
import { ownWords } from './wording.ts';

interface Around {
  form: Form;
  blocks: Block[];
  codeLists: CodeList[];
  /** of the version: forms whose records are shown within, and those that record a term that is shown, are among them */
  forms?: Readonly<Record<string, Form>>;
  /** in which it is to be said: how many wordings a number asks for differs */
  language: string;
  /** names of roles by id */
  roles: Record<string, string>;
}

/** Every text of an output that is not somebody's own words: what a translation has to give. Each once, in order. */
export function fixedTexts(layout: Output, around: Around): string[] {
  const shown = new Set(layout.blocks.flatMap(questionsIn));
  const living = new Set(layout.blocks.flatMap(blocksIn));
  const isDrawn = layout.blocks.some((block) => block.kind === 'genogram' && block.question === undefined);
  const questions = questionsOf(around.form).filter(({ id }) => shown.has(id));
  const linked = linkedQuestions(layout, around.form, around.forms ?? {});
  const blocks = around.blocks.filter(({ id, part }) => living.has(id) || (isDrawn && part === 'network'));
  const texts = [
    layout.title,
    ...layout.blocks.flatMap((block) => [
      ...('text' in block ? [block.text] : []),
      ...('label' in block && block.label !== undefined ? [block.label] : []),
      ...('alt' in block ? [block.alt] : []),
      ...('roles' in block ? block.roles.map((role) => around.roles[role] ?? role) : []),
    ]),
    ...[...questions, ...linked].flatMap((question) => ofQuestion(question, around)),
    ...blocks.flatMap(({ title, columns }) => [title, ...columns.flatMap((one) => ofColumn(one, around))]),
    ...Object.values(ownWords),
  ];
  return [...new Set(texts)];
}

function ofQuestion(question: FormQuestion, around: Around): string[] {
  const columns = question.type === 'table' ? shownColumns(question, around.blocks) : [];
  return [
    question.label,
    ...(question.wayOut === undefined ? [] : [question.wayOut]),
    ...ofChoices(question, around),
    ...ofTerm(question, around),
    ...phrasesOf(question).flatMap((name) => turnsOf(name, around.language)),
    ...columns.flatMap((column) => ofColumn(column, around)),
  ];
}

/** A question that shows what another form recorded shows its choices. */
function ofTerm({ compute }: FormQuestion, around: Around): string[] {
  const [what, term = ''] = compute?.split(':') ?? [];
  const asked = what === 'term' ? askedBy(around.forms ?? {})(term) : undefined;
  return asked && asked.type !== 'table' ? ofChoices(asked, around) : [];
}

function ofColumn(column: Column, around: Around): string[] {
  const ends = [column.zero, column.ten].filter((text) => text !== undefined);
  return [column.label, ...ends, ...ofChoices(column, around)];
}

function ofChoices(asked: FormQuestion | Column, { codeLists }: Around): string[] {
  return optionsOf(asked, { codeLists }).map(({ label }) => label);
}
