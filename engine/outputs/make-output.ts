import type {
  DocumentBlock,
  Output,
  OutputAsked,
  OutputBlock,
  OutputDocument,
  OutputSource,
  Translation,
} from '../contracts/index.ts';
import { answer } from './blocks/answer.ts';
import { answers } from './blocks/answers.ts';
import { living } from './blocks/living.ts';
import { genogram } from './blocks/genogram.ts';
import { people } from './blocks/people.ts';
import { picture } from './blocks/picture.ts';
import { chosen, rowsAnswered, rowsShown, table } from './blocks/rows.ts';
import { scale } from './blocks/scale.ts';
import { notFor, shownNowhere, withheld } from './left-out.ts';
import { levelled } from './levels.ts';
import { ofLinked, recordIn } from './linked.ts';
import { namedLeftOut, questionOf, type Making, type Parts } from './making.ts';
import { addressPattern, withoutAddresses } from './sensitive.ts';
import { shownColumns } from '../forms/browser.ts';
import { ownWords, wordingFor, type Wording } from './wording.ts';

/**
 * The document that a layout makes of a record for one audience, in one language: plain blocks, the same for every
 * format, and a list of what it does not hold. What its reader must not read is not in the source.
 */
export function makeOutput(layout: Output, source: OutputSource, asked: OutputAsked): OutputDocument {
  const words = wordingFor(source, asked);
  const children = source.children.filter(({ id }) => asked.child === undefined || id === asked.child);
  const own = wordingFor(source, {
    audience: asked.audience,
    ...(asked.child ? { child: asked.child } : {}),
  });
  const making: Making = { layout, source, asked, words, own, children, above: 1, leftOut: [] };
  const blocks = layout.blocks.flatMap((block, from) =>
    made(making, block).map((part): DocumentBlock => ({ ...part, from })),
  );
  const shown = struck(making, levelled(blocks));
  const { name, role } = source.by;
  const writer = [name, ...(role ? [words.say(role)] : [])].join(', ');
  return {
    ...{ output: layout.id, title: words.fill(layout.title), audience: asked.audience },
    ...{ language: words.language, direction: words.direction, large: layout.large ?? false },
    ...{ authority: source.authority, about: words.list(children.map((child) => child.name)) },
    written: words.say(ownWords.written).replace('[name]', writer).replace('[day]', words.day(source.on)),
    ...noticeOf(words, asked.translation),
    ...{ page: words.say(ownWords.page), of: words.say(ownWords.of), blocks: shown },
    leftOut: [...withheld(making), ...making.leftOut, ...shownNowhere(making)],
  };
}

/** What a document will be called, in the version's own language. */
export const outputTitle = (layout: Output, source: OutputSource): string =>
  wordingFor(source, { audience: layout.audience }).fill(layout.title);

/** A translated document says so: what people wrote is not translated, and whether anybody looked at the rest. */
function noticeOf(words: Wording, translation: Translation | undefined): { notice?: string } {
  if (!translation) return {};
  const says = [...(translation.reviewed ? [] : [ownWords.unreviewed]), ownWords.asWritten];
  return { notice: says.map((text) => words.say(text)).join(' ') };
}

/** One block of the layout; one that is not for this reader is said to be left out. */
function made(making: Making, block: OutputBlock): Parts {
  if (block.audiences?.includes(making.asked.audience) === false) {
    making.leftOut.push(...notFor(making, block));
    return [];
  }
  switch (block.kind) {
    case 'heading':
      making.above = block.level ?? 2;
      return [{ kind: 'heading', level: block.level ?? 2, text: making.words.fill(block.text) }];
    case 'text':
      return [{ kind: 'paragraph', text: making.words.fill(block.text) }];
    case 'people':
      return people(making, block.label);
    case 'signature':
      return block.roles.map((role) => signature(making, role));
    case 'page-break':
      return [{ kind: 'page-break' }];
    case 'living':
      return living(making, block);
    case 'scale':
      return scale(making, block);
    case 'picture':
      return picture(making, block);
    case 'genogram':
      return genogram(making, block);
    case 'answers': {
      const of = ofLinked(making, block.record);
      const asked = block.questions.flatMap((id) => (of && questionOf(of, id)) ?? []);
      return of ? answers(of, asked, block.label) : [];
    }
    default:
      return ofQuestion(making, block);
  }
}

function ofQuestion(
  within: Making,
  block: OutputBlock & { kind: 'answer' | 'table' | 'attendance' | 'sharing' },
): Parts {
  const making = ofLinked(within, recordIn(block));
  const question = making && questionOf(making, block.question);
  if (!question || question.type === 'guidance') return [];
  if (block.kind === 'attendance' || block.kind === 'sharing') {
    const columns = shownColumns(question, making.source.blocks).slice(0, 4);
    const ids = columns.map(({ id }) => id);
    return rowsShown(
      making,
      rowsAnswered(making, question),
      chosen(columns, ids),
      block.label ?? question.label,
    );
  }
  if (question.type !== 'table') {
    return answer(making, question, block.label, block.kind === 'answer' && block.plain === true);
  }
  return table(making, question, block);
}

function signature(making: Making, role: string): Parts[number] {
  const { words, source } = making;
  const who = words.say(source.roles[role] ?? role);
  return {
    ...{ kind: 'signature', who },
    ...{ signed: words.say(ownWords.signed), date: words.say(ownWords.date) },
  };
}

/** The blocks without any address that must not be told; where one stood is said. */
function struck(making: Making, blocks: DocumentBlock[]): DocumentBlock[] {
  const pattern = addressPattern(making.source.sensitive);
  if (!pattern) return blocks;
  const places = new Set<number>();
  const shown = blocks.map((block) => {
    const one = withoutAddresses(block, pattern, making.words.say(ownWords.addressLeftOut));
    if (one.struck) places.add(block.from);
    return one.block;
  });
  for (const from of places) {
    const block = making.layout.blocks[from];
    const [id] = block && 'question' in block && block.question !== undefined ? [block.question] : [];
    const of = block && (ofLinked(making, recordIn(block)) ?? making);
    const question = id === undefined || !of ? undefined : questionOf(of, id);
    making.leftOut.push({
      why: 'sensitive-address',
      ...(question ? { what: namedLeftOut(making, question.label), question: question.id } : {}),
    });
  }
  return shown;
}
