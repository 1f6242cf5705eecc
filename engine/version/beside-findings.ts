import type { Dictionary, Fact, Finding, Form, Output, Timescale } from '../contracts/index.ts';
import { parseFeel, questionsOf } from '../forms/index.ts';
import { linkedQuestions, namedIn, recordIn } from '../outputs/linked.ts';
import { namesLost } from '../outputs/names-lost.ts';
import { questionsIn } from '../outputs/questions-in.ts';
import type { Beside } from './beside.ts';
import { practiceFindings } from './practice-findings.ts';

/** What the parts beside a drawing say of each other: ids once, codes, facts and blocks that are really there. */
export function besideFindings(beside: Beside): Finding[] {
  return [
    ...idsOnce(beside),
    ...dictionaryFindings(beside.dictionary),
    ...factFindings(beside.facts),
    ...beside.timescales.flatMap((timescale) => timescaleFindings(timescale, beside)),
    ...beside.blocks.flatMap((block) =>
      block.columns
        .filter(({ codes }) => codes && !beside.dictionary.codeLists.some(({ id }) => id === codes))
        .map(({ label, codes }) =>
          say(block.id, `The block “${block.id}” offers “${codes}” in “${label}”: no such code list.`),
        ),
    ),
    ...outputFindings(beside),
    ...promisedFindings(beside),
    ...translationFindings(beside),
    ...practiceFindings(beside).map(({ id, message }) => say(id, message)),
  ];
}

function idsOnce({ timescales, facts, roles, blocks, outputs, dictionary }: Beside): Finding[] {
  const lists = {
    timescales,
    facts,
    roles,
    blocks,
    outputs,
    terms: dictionary.terms,
    codeLists: dictionary.codeLists,
  };
  return Object.entries(lists).flatMap(([what, list]) => {
    const ids = list.map(({ id }) => id);
    const twice = [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))];
    return twice.map((id) => say(id, `Two of the ${what} are called “${id}”: give one of them another id.`));
  });
}

function dictionaryFindings({ terms, codeLists }: Dictionary): Finding[] {
  return [
    ...terms
      .filter(({ codes }) => codes && !codeLists.some(({ id }) => id === codes))
      .map(({ id, codes }) => say(id, `The term “${id}” uses the code list “${codes}”, which is not there.`)),
    ...codeLists
      .filter(({ codes }) => new Set(codes.map(({ value }) => value)).size < codes.length)
      .map(({ id }) => say(id, `The code list “${id}” holds the same code twice.`)),
  ];
}

function factFindings(facts: Fact[]): Finding[] {
  return facts.flatMap(({ id, open }) =>
    (open?.until ?? [])
      .filter((until) => !facts.some((fact) => fact.id === until))
      .map((until) => say(id, `The fact “${id}” is open until “${until}”, which is no fact.`)),
  );
}

function timescaleFindings(timescale: Timescale, { facts, roles }: Beside): Finding[] {
  const { id, name, from, until, applies, warn, length } = timescale;
  const missing = [from, ...until].filter((fact) => !facts.some((one) => one.id === fact));
  const strangers = warn.map(({ tell }) => tell).filter((tell) => !roles.some((role) => role.id === tell));
  const reading = applies === undefined ? undefined : parseFeel(applies);
  return [
    ...missing.map((fact) => say(id, `“${name}” counts from or until “${fact}”, which is no fact.`)),
    ...strangers.map((role) => say(id, `“${name}” warns “${role}”, which is no role.`)),
    ...(reading && !reading.ok
      ? [say(id, `“${name}” applies when “${applies}”: it ${reading.message}`)]
      : []),
    ...(length === 0 ? [say(id, `“${name}” has no length.`)] : []),
  ];
}

function outputFindings({ outputs, forms }: Beside): Finding[] {
  return outputs.flatMap((output) => {
    const form = forms[output.form];
    if (!form)
      return [
        say(output.id, `The output “${output.id}” prints the form “${output.form}”, which is not there.`),
      ];
    const asked = questionsOf(form).map(({ id }) => id);
    const own = output.blocks
      .flatMap(questionsIn)
      .filter((question) => !asked.includes(question))
      .map((question) =>
        say(output.id, `The output “${output.id}” prints “${question}”, which “${form.title}” does not ask.`),
      );
    return [...own, ...linkedFindings(output, form, forms)];
  });
}

/** What is shown of another record is asked in a form that the question links to. */
function linkedFindings(output: Output, form: Form, forms: Record<string, Form>): Finding[] {
  return output.blocks
    .filter((block) => recordIn(block) !== undefined)
    .flatMap((block) => {
      const found = linkedQuestions({ blocks: [block] }, form, forms).map(({ id }) => id);
      return namedIn(block).filter((id) => !found.includes(id));
    })
    .map((id) =>
      say(
        output.id,
        `The output “${output.id}” prints “${id}” of another record: no form it links to asks it.`,
      ),
    );
}

/** Where fixed wording puts a name or a day, its translation does too: a letter that names nobody is none. */
function translationFindings({ translations = [] }: Beside): Finding[] {
  return translations.flatMap(({ language, name, texts }) =>
    Object.entries(texts).flatMap(([text, said]) => {
      const lost = namesLost(text, said);
      if (lost.length === 0) return [];
      return [say(language, `The wording in ${name} of “${text}” leaves out ${lost.join(' and ')}.`)];
    }),
  );
}

/** A question that names an output as its reader stands in it. */
function promisedFindings({ outputs, forms }: Beside): Finding[] {
  return Object.values(forms).flatMap((form) =>
    questionsOf(form).flatMap(({ id, label, readBy = [] }) =>
      outputs
        .filter((output) => readBy.includes(output.id))
        .filter(({ blocks }) => !blocks.some((block) => questionsIn(block).includes(id)))
        .map((output) => ({
          ...say(
            form.id,
            `“${label}” is to be read in “${output.title}” (${output.id}), which does not print it.`,
          ),
          question: id,
        })),
    ),
  );
}

function say(element: string, message: string): Finding {
  return { check: 'version-parts', level: 'error', element, message };
}
