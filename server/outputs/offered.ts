import { outputTitle } from '#engine';
import type { Audience, Form, Output, OutputAsked, OutputSource, Version } from '#engine';
import { refuse, refuseAbsent } from '../errors.ts';
import { formats } from './make-document.ts';

/** What is asked for in an address. */
export interface Wanted {
  audience?: Audience;
  language?: string;
  child?: string;
}

/** Layouts of a form; a form without one is printed whole, for colleagues. */
export function layoutsOf(version: Version, form: Form): Output[] {
  const own = version.outputs.filter((output) => output.form === form.id);
  return own.length > 0 ? own : [wholeForm(form)];
}

function wholeForm(form: Form): Output {
  return {
    ...{ id: 'record', form: form.id, title: form.title, audience: 'professional' },
    blocks: [
      { kind: 'people' },
      ...form.layout.flatMap((section): Output['blocks'] => [
        { kind: 'heading', text: section.title },
        ...section.questions.map(({ id }): Output['blocks'][number] => ({ kind: 'answer', question: id })),
      ]),
    ],
  };
}

/** For whom a layout may be made: whom it is written for first. */
export const audiencesOf = ({ audience, audiences = [] }: Output): Audience[] => [
  ...new Set([audience, ...audiences]),
];

/** What a record can be made into, for whom, in which languages and formats. */
export function offered(version: Version, source: OutputSource) {
  const { form, children } = source;
  const languages = (version.translations ?? []).map(({ language, name, reviewed }) => ({
    ...{ id: language, name, reviewed: reviewed !== undefined },
  }));
  return layoutsOf(version, form).map((layout) => ({
    ...{
      id: layout.id,
      title: outputTitle(layout, source),
      audiences: audiencesOf(layout),
      formats: [...formats],
    },
    languages: [{ id: 'en-GB', name: 'English', reviewed: true }, ...languages],
    children: children.map(({ id, name }) => ({ id, name })),
  }));
}

/** The layout by its id, and for whom and in which language it is to be made; refused where it is not made so. */
export function chosen(
  version: Version,
  { form, children }: OutputSource,
  id: string,
  { audience, language = 'en-GB', child }: Wanted,
): { layout: Output; asked: OutputAsked } {
  const layout = layoutsOf(version, form).find((one) => one.id === id) ?? refuseAbsent();
  const whom = audience ?? layout.audience;
  if (!audiencesOf(layout).includes(whom)) {
    refuse(422, 'audience', `“${layout.title}” is not made for this reader. Choose another document.`);
  }
  const translation = (version.translations ?? []).find((one) => one.language === language);
  if (!translation && language !== 'en-GB') {
    refuse(422, 'language', 'There is no wording in this language. Choose another.');
  }
  if (child !== undefined && !children.some((one) => one.id === child)) {
    refuse(422, 'child', 'The record is not about this child. Choose another.');
  }
  const asked: OutputAsked = {
    audience: whom,
    ...(translation ? { translation } : {}),
    ...(child === undefined ? {} : { child }),
  };
  return { layout, asked };
}
