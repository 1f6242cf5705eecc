/**
 * What an expression may not do, so that working it out always ends, and soon: an expression may come from elsewhere,
 * and a server that works it out does nothing else meanwhile.
 */

const most = { letters: 2000, brackets: 40, lists: 2 };

/** Builtins that read a clock (time is an argument here), and those that take a pattern, which may never end. */
const notCalled = ['now', 'today', 'matches', 'replace', 'split'];

export const mayCall = (name: string): boolean => !notCalled.includes(name);

/** Why an expression is not even parsed: too long, or too deep. */
export function tooMuch(expression: string): string | null {
  if (expression.length > most.letters) return `is longer than ${String(most.letters)} characters.`;
  let open = 0;
  for (const letter of expression) {
    if ('([{'.includes(letter)) open += 1;
    if (')]}'.includes(letter)) open -= 1;
    if (open > most.brackets) return `has more than ${String(most.brackets)} brackets inside each other.`;
  }
  return null;
}

/** Watches the parts of an expression as they are met; says what one of them may not do. */
export class Bounds {
  #lists = 0;
  refused: string | null = null;

  meet(name: string, text: () => string): void {
    if (name === 'FunctionDefinition')
      this.refused ??= 'makes a function of its own, which may not be done here.';
    if (name !== 'IterationContext') return;
    this.#lists += 1;
    if (text().includes('..')) this.refused ??= 'counts through numbers, which may not be done here.';
    if (this.#lists > most.lists) this.refused ??= 'goes through more than two lists, which takes too long.';
  }
}
