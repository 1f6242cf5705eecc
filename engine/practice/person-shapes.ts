import type { BoxShape, GenogramPerson, Shape } from '../contracts/index.ts';

/** Half of a person's symbol. */
export const symbol = 22;
export const ink = '#0b0c0c';

/** The symbol of a person around a point, with their name, years and relationship below. */
export function personShapes(
  person: GenogramPerson,
  { x, y }: { x: number; y: number },
  dates: string,
  letters: { name: number; relation: number },
): Shape[] {
  const cross = [-1, 1].map((way): Shape => ({
    ...{ kind: 'line', x1: x - symbol, y1: y - way * symbol, x2: x + symbol, y2: y + way * symbol },
    ...{ stroke: ink, weight: 2 },
  }));
  const names = inLines(person.called ?? person.name, letters.name, 2);
  const more = [...inLines(dates, letters.relation, 2), ...inLines(person.relation, letters.relation, 2)];
  const under = y + symbol + 17 + 16 * Math.max(0, names.length - 1);
  return [
    formOf(person, x, y),
    ...(person.died ? cross : []),
    ...names.map((text, at): Shape => ({
      ...{ kind: 'text', x, y: y + symbol + 17 + 16 * at, text, size: 14, fill: ink, middle: true },
      ...(person.child ? { bold: true } : {}),
    })),
    ...more.map((text, at): Shape => ({
      ...{ kind: 'text', x, y: under + 16 + 15 * at, text, size: 12, fill: '#3b4649', middle: true },
    })),
  ];
}

/** Square: a man or boy; circle: a woman or girl; diamond: nobody said; triangle: not born yet. */
function formOf({ sex, unborn, child }: GenogramPerson, x: number, y: number): BoxShape {
  const known = sex === 'M' ? 'rectangle' : sex === 'F' ? 'ellipse' : 'diamond';
  return {
    ...{ kind: unborn ? 'triangle' : known, x: x - symbol, y: y - symbol },
    ...{ width: 2 * symbol, height: 2 * symbol },
    ...{ fill: child ? '#e3efec' : '#ffffff', stroke: ink, weight: child ? 4 : 2 },
  };
}

/** A text in short lines; what does not fit ends in an ellipsis, and stands whole in the words beside the drawing. */
export function inLines(text: string, letters: number, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= letters)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  const kept = lines
    .slice(0, most)
    .map((line) => (line.length > letters ? `${line.slice(0, letters - 1)}…` : line));
  if (lines.length > most && kept.length > 0) kept[most - 1] = `${(kept[most - 1] ?? '').replace(/…$/, '')}…`;
  return kept;
}
