/** Words of a drawing: where they break, and where they stand without covering each other. Pixels throughout. */

export const fontSize = 14;
export const lineHeight = 17;
/** of Arial at that size, generously */
const letter = 7.4;

/** How wide a text is, near enough to leave room for it. */
export const widthOf = (text: string): number =>
  Math.ceil(Math.max(...text.split('\n').map((line) => line.length)) * letter);

export const linesOf = (text: string): number => text.split('\n').length;

/** Breaks a text into lines of at most this many pixels; a longer word stays whole. */
export function wrap(text: string, width: number): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && widthOf(longer) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line].join('\n');
}

/**
 * Middles of labels beside a line, moved apart until none covers another, in the order given, as near as can be to
 * where each belongs and inside `top` to `bottom` where they fit.
 */
export function spreadLabels(
  labels: readonly { at: number; height: number }[],
  top: number,
  bottom: number,
): number[] {
  const order = labels.map((label, index) => ({ ...label, index })).sort((a, b) => a.at - b.at);
  const placed = new Array<number>(labels.length).fill(0);
  let free = top;
  for (const { at, height, index } of order) {
    const middle = Math.max(at, free + height / 2);
    placed[index] = middle;
    free = middle + height / 2;
  }
  let floor = bottom;
  for (const { height, index } of order.toReversed()) {
    const middle = Math.min(placed[index] ?? 0, floor - height / 2);
    placed[index] = middle;
    floor = middle - height / 2;
  }
  return placed;
}

/** Every how many labels there is room for one, so that text lies flat and none covers another. */
export function everyNth(texts: readonly string[], width: number): number {
  const widest = Math.max(...texts.map(widthOf), 1) + 10;
  const room = Math.max(1, Math.floor(width / widest));
  return Math.max(1, Math.ceil(texts.length / room));
}
