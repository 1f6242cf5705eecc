import type { Form, FormQuestion, Output, OutputBlock, OutputSource } from '../contracts/index.ts';
import { questionsOf } from '../forms/browser.ts';
import type { Making } from './making.ts';

/** The question of a form by which a block shows what stands in another record. */
export const recordIn = (block: OutputBlock): string | undefined =>
  'record' in block ? block.record : undefined;

/** Ids of the questions that a block names, whichever form asks them. */
export function namedIn(block: OutputBlock): string[] {
  if ('questions' in block) return block.questions;
  return 'question' in block && block.question !== undefined ? [block.question] : [];
}

/** The same making, of the record that a question links to; undefined where there is none. */
export function ofLinked(making: Making, record: string | undefined): Making | undefined {
  if (record === undefined) return making;
  const linked = making.source.linked?.[record];
  if (!linked) return undefined;
  const { maker: _, ...source } = making.source;
  return { ...making, source: { ...source, worked: {}, ...linked } as OutputSource };
}

/** What is asked in the forms that a question links to. */
export function askedThere(
  record: string,
  form: Form,
  forms: Readonly<Record<string, Form>>,
): FormQuestion[] {
  const links = questionsOf(form).find(({ id }) => id === record)?.links ?? [];
  return links.flatMap((id) => (forms[id] ? questionsOf(forms[id]) : []));
}

/** Questions of other forms that a layout shows, of those forms that its own form links to. */
export function linkedQuestions(
  { blocks }: Pick<Output, 'blocks'>,
  form: Form,
  forms: Readonly<Record<string, Form>>,
): FormQuestion[] {
  return blocks.flatMap((block) => {
    const record = recordIn(block);
    if (record === undefined) return [];
    const named = namedIn(block);
    return askedThere(record, form, forms).filter(({ id }) => named.includes(id));
  });
}
