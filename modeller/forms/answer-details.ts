import type { Beside, Column, FormQuestion } from '#engine/browser';
import { html, nothing, type TemplateResult } from 'lit';
import type { QuestionPatch } from './edits/change-question.ts';
import { newFileId, newId } from './edits/new-id.ts';
import { choiceIn, textIn, tickIn, ticksIn } from './fields.ts';
import { words } from './words.ts';

interface AnswerDetails {
  question: FormQuestion;
  parts: Pick<Beside, 'dictionary' | 'blocks'>;
  /** of the form: each may say the day that new rows start with */
  dates: readonly FormQuestion[];
  disabled: boolean;
  /** of ids in the page */
  prefix: string;
  change: (patch: QuestionPatch, what: string) => void;
}

/** What belongs to the kind of answer: what to choose from, columns, bounds, what the ends of a scale mean. */
export function answerDetails(of: AnswerDetails): TemplateResult | typeof nothing {
  switch (of.question.type) {
    case 'radios':
    case 'checkboxes':
      return choices(of);
    case 'table':
      return table(of);
    case 'number':
      return html`<div class="tl-details__pair">${numberField(of, 'least')} ${numberField(of, 'most')}</div>
        ${flag(of, 'whole')}`;
    case 'scale':
      return html`${text(of, 'zero')} ${text(of, 'ten')}`;
    case 'date':
      return flag(of, 'time');
    case 'long-text':
      return numberField(of, 'advised');
    default:
      return nothing;
  }
}

function choices({ question, parts, disabled, prefix, change }: AnswerDetails): TemplateResult {
  const { codeLists } = parts.dictionary;
  const list = codeLists.find(({ id }) => id === question.codes);
  return html`
    ${choiceIn({
      ...{ id: `${prefix}-codes`, label: words.options, value: question.codes ?? '', disabled },
      choices: [
        { id: '', name: words.ownOptions },
        ...codeLists.map(({ id, name }) => ({ id, name: `${words.codes}: ${name}` })),
      ],
      change: (codes) =>
        codes === ''
          ? change(
              { codes: undefined, only: undefined, options: list?.codes ?? [{ value: 'yes', label: 'Yes' }] },
              'Answers to choose from changed',
            )
          : change({ codes, options: undefined, only: undefined }, 'Answers to choose from changed'),
    })}
    ${
      list
        ? ticksIn({
            ...{ id: `${prefix}-only`, legend: words.onlySome, disabled },
            values: question.only ?? list.codes.map(({ value }) => value),
            choices: list.codes.map(({ value, label }) => ({ id: value, name: label })),
            change: (values) => {
              if (values.length === 0) return;
              change(
                { only: values.length === list.codes.length ? undefined : values },
                'Answers offered changed',
              );
            },
          })
        : textIn({
            ...{ id: `${prefix}-options`, label: words.ownOptions, rows: 4, disabled },
            value: (question.options ?? []).map(({ label }) => label).join('\n'),
            change: (lines) => {
              const options = optionsFrom(lines, question.options ?? []);
              if (options.length > 0) change({ options }, 'Answers to choose from changed');
            },
          })
    }
  `;
}

/** One answer a line; an answer that was there keeps the value it is stored under. */
function optionsFrom(
  lines: string,
  before: NonNullable<FormQuestion['options']>,
): NonNullable<FormQuestion['options']> {
  const labels = linesOf(lines);
  const taken: string[] = [];
  return labels.map((label) => {
    const known = before.find((one) => one.label === label);
    const option = known ?? {
      value: newFileId(label, [...taken, ...before.map(({ value }) => value)]),
      label,
    };
    taken.push(option.value);
    return option;
  });
}

function table(of: AnswerDetails): TemplateResult {
  const { question, parts, disabled, prefix, change } = of;
  return html`
    ${choiceIn({
      ...{ id: `${prefix}-block`, label: words.block, value: question.block ?? '', disabled },
      choices: [
        { id: '', name: words.ownColumns },
        ...parts.blocks.map(({ id, title }) => ({ id, name: title })),
      ],
      change: (block) =>
        block === ''
          ? change(
              {
                block: undefined,
                showColumns: undefined,
                columns: [{ id: 'what', label: 'What', type: 'short-text' }],
              },
              'Columns changed',
            )
          : change({ block, columns: undefined, showColumns: undefined }, 'Columns changed'),
    })}
    ${
      question.block
        ? nothing
        : textIn({
            ...{ id: `${prefix}-columns`, label: words.columns, rows: 4, disabled },
            value: (question.columns ?? []).map(({ label }) => label).join('\n'),
            change: (lines) => {
              const columns = columnsFrom(lines, question.columns ?? []);
              if (columns.length > 0) change({ columns }, 'Columns changed');
            },
          })
    }
    ${folded(of)} ${startingDay(of)}
  `;
}

/** Which of its own columns are folded away; those of a shared block are the same wherever it is shown. */
function folded({ question, disabled, prefix, change }: AnswerDetails): TemplateResult | typeof nothing {
  const { columns = [] } = question;
  const mayFold = columns.filter(({ required }) => !required);
  if (mayFold.length === 0) return nothing;
  return ticksIn({
    ...{ id: `${prefix}-more`, legend: words.folded, disabled },
    values: columns.filter(({ more }) => more).map(({ id }) => id),
    choices: mayFold.map(({ id, label }) => ({ id, name: label })),
    change: (ids) => {
      const next = columns.map(({ more: _, ...column }): Column => ({
        ...column,
        ...(ids.includes(column.id) ? { more: true } : {}),
      }));
      change({ columns: next }, 'What is folded away changed');
    },
  });
}

/** Where columns can start filled in: the day they start with. */
function startingDay({ question, parts, dates, disabled, prefix, change }: AnswerDetails) {
  const columns = question.columns ?? parts.blocks.find(({ id }) => id === question.block)?.columns ?? [];
  if (!columns.some(({ starts }) => starts)) return nothing;
  return choiceIn({
    ...{ id: `${prefix}-day`, label: words.startingDay, value: question.day ?? '', disabled },
    choices: [
      { id: '', name: words.noStart },
      { id: 'today', name: words.dayOfWriting },
      ...dates.map(({ id, label }) => ({ id, name: label })),
    ],
    change: (day) => change({ day: day === '' ? undefined : day }, 'What new entries start with changed'),
  });
}

function columnsFrom(lines: string, before: Column[]): Column[] {
  const taken: string[] = ['id'];
  return linesOf(lines).map((label) => {
    const known = before.find((one) => one.label === label);
    const column: Column = known ?? {
      id: newId(label, [...taken, ...before.map(({ id }) => id)]),
      label,
      type: 'short-text',
    };
    taken.push(column.id);
    return column;
  });
}

const linesOf = (text: string): string[] => [
  ...new Set(
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  ),
];

function numberField(
  { question, disabled, prefix, change }: AnswerDetails,
  key: 'least' | 'most' | 'advised',
): TemplateResult {
  return textIn({
    ...{ id: `${prefix}-${key}`, label: words[key], value: String(question[key] ?? ''), disabled },
    change: (typed) => {
      const number = Number(typed);
      const valid =
        typed === '' ||
        (Number.isFinite(number) && (key !== 'advised' || (Number.isInteger(number) && number > 0)));
      if (valid) change({ [key]: typed === '' ? undefined : number }, 'Bounds changed');
    },
  });
}

function text({ question, disabled, prefix, change }: AnswerDetails, key: 'zero' | 'ten'): TemplateResult {
  return textIn({
    ...{ id: `${prefix}-${key}`, label: words[key], value: question[key] ?? '', disabled },
    change: (typed) => change({ [key]: typed === '' ? undefined : typed }, 'What the scale means changed'),
  });
}

function flag({ question, disabled, prefix, change }: AnswerDetails, key: 'whole' | 'time'): TemplateResult {
  return tickIn({
    ...{ id: `${prefix}-${key}`, label: words[key], value: question[key] ?? false, disabled },
    change: (on) => change({ [key]: on || undefined }, 'Kind of answer changed'),
  });
}
