import { isAnswered, type Beside, type FormQuestion, type Output, type OutputBlock } from '#engine/browser';
import { html, nothing, type TemplateResult } from 'lit';
import { choiceIn, textIn, tickIn, ticksIn } from '../forms/fields.ts';
import { audiences } from '../forms/words.ts';
import { questionsFor } from './say-block.ts';
import { words } from './words.ts';

type Parts = Pick<Beside, 'forms' | 'blocks' | 'roles'>;

/** The fields of a block, by its kind; each change gives the block anew. */
export function blockFields(
  block: OutputBlock,
  field: { id: string; output: Output; parts: Parts; give: (block: OutputBlock) => void },
): TemplateResult {
  const { id, output, parts, give } = field;
  return html`${ofKind(block, id, parts, output.form, give)}
  ${block.kind === 'page-break' ? nothing : only(block, id, output, give)}`;
}

type Give = (block: OutputBlock) => void;

function ofKind(
  block: OutputBlock,
  id: string,
  parts: Parts,
  form: string,
  give: Give,
): TemplateResult | typeof nothing {
  switch (block.kind) {
    case 'heading':
      return html`${ownText(id, block.text, 1, (text) => give({ ...block, text }))}
      ${choiceIn({
        ...{ id: `${id}-level`, label: words.level, value: String(block.level ?? 2) },
        choices: Object.entries(words.levels).map(([level, name]) => ({ id: level, name })),
        change: (level) => give({ ...block, level: Number(level) as 2 | 3 | 4 }),
      })}`;
    case 'text':
      return ownText(id, block.text, 4, (text) => give({ ...block, text }));
    case 'living':
      return html`${choiceIn({
        ...{ id: `${id}-block`, label: words.shared, value: block.block },
        choices: parts.blocks.map(({ id: one, title }) => ({ id: one, name: title })),
        change: (one) => give({ kind: 'living', block: one, ...(block.label ? { label: block.label } : {}) }),
      })}
      ${label(id, block.label, (now) => give(labelled(block, now)))}`;
    case 'picture':
    case 'genogram':
      return html`${needed(id, words.alt, block.alt, (alt) => give({ ...block, alt }))}
      ${label(id, block.label, (now) => give(labelled(block, now)))}`;
    case 'scale':
      return needed(id, words.tableLabel, block.label, (now) => give({ ...block, label: now }));
    case 'people':
      return label(id, block.label, (now) => give(labelled(block, now)));
    case 'signature':
      return ticksIn({
        ...{ id: `${id}-roles`, legend: words.roles, values: block.roles },
        choices: parts.roles.map((role) => ({ id: role.id, name: role.name })),
        change: (roles) => roles.length > 0 && give({ ...block, roles }),
      });
    case 'page-break':
      return nothing;
    default:
      return ofQuestions(block, id, questionsFor(block, parts.forms, form), give);
  }
}

function ofQuestions(
  block: OutputBlock & { kind: 'answer' | 'table' | 'attendance' | 'sharing' | 'answers' },
  id: string,
  asked: readonly FormQuestion[],
  give: Give,
): TemplateResult {
  if (block.kind === 'answers')
    return html`${ticksIn({
      ...{ id: `${id}-questions`, legend: words.questions, values: block.questions },
      choices: asked.filter(isAnswered).map((one) => ({ id: one.id, name: one.label })),
      change: (questions) => questions.length > 0 && give({ ...block, questions }),
    })}
    ${needed(id, words.tableLabel, block.label, (now) => give({ ...block, label: now }))}`;
  const fits = block.kind === 'answer' ? asked : asked.filter(({ type }) => type === 'table');
  return html`${question(id, block.question, fits, (one) => give({ ...block, question: one }))}
  ${label(id, block.label, (now) => give(labelled(block, now)))}
  ${
    block.kind === 'answer'
      ? tickIn({
          ...{ id: `${id}-plain`, label: words.plain, value: block.plain ?? false },
          change: (plain) => {
            const { plain: _, ...rest } = block;
            give(plain ? { ...rest, plain } : rest);
          },
        })
      : nothing
  }`;
}

/** The group's own wording, which is never emptied: it is taken out instead. */
const ownText = (id: string, value: string, rows: number, change: (text: string) => void): TemplateResult =>
  textIn({
    ...{ id: `${id}-text`, label: words.text, hint: words.textHint, value, rows },
    change: (now) => now && change(now),
  });

const needed = (id: string, says: string, value: string, change: (text: string) => void): TemplateResult =>
  textIn({ id: `${id}-says`, label: says, value, change: (now) => now && change(now) });

const label = (id: string, value: string | undefined, change: (label: string) => void): TemplateResult =>
  textIn({ id: `${id}-label`, label: words.label, hint: words.labelHint, value: value ?? '', change });

/** A heading of its own, or none: then the question's stands. */
function labelled<B extends { label?: string }>(block: B, label: string): B {
  const { label: _, ...rest } = block;
  return (label === '' ? rest : { ...rest, label }) as B;
}

function question(
  id: string,
  value: string,
  asked: readonly FormQuestion[],
  change: (question: string) => void,
): TemplateResult {
  return choiceIn({
    ...{ id: `${id}-question`, label: words.question, value, change },
    choices: asked.filter(({ type }) => type !== 'guidance').map((one) => ({ id: one.id, name: one.label })),
  });
}

/** For whom alone the block is, where the paper is made for several. */
function only(
  block: OutputBlock,
  id: string,
  output: Output,
  give: (block: OutputBlock) => void,
): TemplateResult | typeof nothing {
  const made = [...new Set([output.audience, ...(output.audiences ?? [])])];
  if (made.length < 2) return nothing;
  return ticksIn({
    ...{ id: `${id}-only`, legend: words.only, hint: words.onlyHint, values: block.audiences ?? [] },
    choices: made.map((one) => ({ id: one, name: audiences[one] })),
    change: (chosen) => {
      const { audiences: _, ...rest } = block;
      give(chosen.length > 0 ? { ...rest, audiences: chosen as Output['audience'][] } : rest);
    },
  });
}
