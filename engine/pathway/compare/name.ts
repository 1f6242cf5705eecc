import type { Element } from '../../contracts/index.ts';
import { changeOf, pairs, placeName, quoted, titled } from './both.ts';
import type { Kind } from './change.ts';
import { branchName, branchPairs } from './branches.ts';

const things: Partial<Record<Element['kind'], string>> = {
  step: 'Step',
  stage: 'The stage',
  question: 'The question',
  end: 'The end',
  terminate: 'The end',
  note: 'The note',
};

/** Other words on the same thing: steps, stages, questions, branches, strands. */
export const name: Kind = (both) => {
  const elements = pairs(both).flatMap(({ before, after }) => {
    const [old, now] = [before.element, after.element];
    if (old.name.trim() === now.name.trim()) return [];
    const thing = things[now.kind] ?? 'What was called';
    const verb = now.kind === 'question' || now.kind === 'note' ? 'now reads' : 'is now called';
    return [changeOf(both, 'name', now.id, `${thing} ${titled(old)} ${verb} ${titled(now)}.`)];
  });
  const branches = branchPairs(both).flatMap(({ question, before, after }) =>
    before.name.trim() === after.name.trim()
      ? []
      : [
          changeOf(
            both,
            'name',
            question.id,
            `The ${branchName(before)} of ${titled(question)} is now called ${quoted(after.name)}.`,
          ),
        ],
  );
  return [...elements, ...branches, ...processes(both)];
};

/** Pools: the strands and called stages, named apart from the elements that stand for them. */
function processes(both: Parameters<Kind>[0]): ReturnType<Kind> {
  return both.after.pathway.processes.flatMap((process) => {
    const old = both.before.pathway.processes.find(({ id }) => id === process.id);
    if (!old || process.kind === 'stage' || old.name.trim() === process.name.trim()) return [];
    const first = process.elements[0]?.id ?? process.id;
    const what =
      process.kind === 'called'
        ? `What several stages share, ${quoted(old.name || old.id)},`
        : upper(placeName(both.before, old));
    return [changeOf(both, 'name', first, `${what} is now called ${quoted(process.name || process.id)}.`)];
  });
}

const upper = (text: string): string => text.replace(/^./, (letter) => letter.toUpperCase());
