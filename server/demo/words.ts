import type { Chance } from './random.ts';
import bank from './words.json' with { type: 'json' };

const texts: Record<string, string[]> = bank;

/** Writes what a practitioner might have written: in family language, about the child by name. */
export function wordsFor(chance: Chance, nameOf: (child: string | undefined) => string) {
  return (question: { id: string; term?: string; type?: string }, child?: string): string => {
    const from = texts[question.id] ?? texts[question.term ?? ''] ?? texts[lastPart(question.id)];
    const plain = question.type === 'short-text' ? texts['short'] : texts['plain'];
    return chance.one(from ?? plain ?? ['As discussed.']).replaceAll('{child}', nameOf(child));
  };
}

/** 'voice.ownWords' → 'ownWords': a column of a block is written like a question of its name. */
function lastPart(id: string): string {
  return id.slice(id.lastIndexOf('.') + 1);
}
