import type { OutputPart, OutputPerson } from '../../contracts/index.ts';
import { shownColumns } from '../../forms/browser.ts';
import { cleaned } from '../cleaned.ts';
import { headed, labelOf, namedLeftOut, questionOf, type Making, type Parts, type Row } from '../making.ts';
import { rowsFor } from '../rows-for.ts';
import { rowsShownOf } from '../rows-shown.ts';
import { rowsAnswered } from './rows.ts';

type Picture = OutputPart & { kind: 'picture' };

/** Pictures of a question, or of a column of a block's rows, each with what somebody is told who can't see it. */
export function picture(making: Making, part: Picture): Parts {
  const question = part.question === undefined ? undefined : questionOf(making, part.question);
  const named = part.label ?? question?.label ?? '';
  const label = labelOf(making, named);
  const found = part.column === undefined ? ofQuestion(making, part) : ofRows(making, part, part.column);
  const shown = found.filter(({ file }) => isPicture(making, file));
  if (shown.length < found.length) {
    const count = found.length - shown.length;
    const what = namedLeftOut(making, named);
    making.leftOut.push({ why: 'no-picture', what, ...(count > 1 ? { count } : {}) });
  }
  const parts: Parts = shown.map(({ file, alt, title }) => ({
    kind: 'picture',
    file,
    alt,
    caption: title ?? alt,
  }));
  return parts.length === 0 || label === '' ? parts : [...headed(making, label), ...parts];
}

interface Found {
  file: string;
  alt: string;
  title?: string;
}

function ofQuestion(making: Making, { question = '', alt }: Picture): Found[] {
  const { answers } = making.source;
  const all = filesIn(answers.answers[question]).map((file) => ({ file, alt: making.words.fill(alt) }));
  const each = making.children.flatMap((child) =>
    filesIn(answers.perChild[child.id]?.[question]).map((file) => ({
      ...{ file, alt: making.words.fill(alt, child) },
    })),
  );
  return [...all, ...each];
}

function ofRows(making: Making, part: Picture, column: string): Found[] {
  const rows = rowsShownOf(making, rowsIn(making, part), part, part.label ?? part.alt);
  return rows.flatMap((row) => {
    const told = part.says === undefined ? undefined : row[part.says];
    const alt =
      typeof told === 'string' && told !== ''
        ? cleaned(told)
        : making.words.fill(part.alt, childOf(making, row));
    const called = part.title === undefined ? undefined : row[part.title];
    const title =
      typeof called === 'string' && called !== '' ? { title: making.words.written(cleaned(called)) } : {};
    return filesIn(row[column]).map((file) => ({ file, alt, ...title }));
  });
}

function rowsIn(making: Making, { question: id, block }: Picture): Row[] {
  const question = id === undefined ? undefined : questionOf(making, id);
  if (!question) {
    const shared = making.source.blocks.find((one) => one.id === block);
    return shared ? rowsFor(making, making.source.living[shared.id] ?? [], shared) : [];
  }
  return shownColumns(question, making.source.blocks).length > 0 ? rowsAnswered(making, question) : [];
}

/** The child a row is about, where it is about one. */
function childOf({ children }: Making, row: Row): OutputPerson | undefined {
  const ids = row['childIds'];
  return Array.isArray(ids) && ids.length === 1 ? children.find(({ id }) => id === ids[0]) : undefined;
}

function filesIn(value: unknown): string[] {
  const all: unknown[] = Array.isArray(value) ? value : [value];
  return all.filter((one): one is string => typeof one === 'string' && one !== '');
}

const isPicture = ({ source }: Making, file: string): boolean =>
  /^image\/(png|jpeg|gif|webp)$/.test(source.pictures[file]?.type ?? '');
