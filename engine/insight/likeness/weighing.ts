/** A text as weighed words: rare words weigh more (TF-IDF), the whole has length one. */
export type Weighed = ReadonlyMap<string, number>;

/** Weighs words against all the texts they stand in. */
export function weighing(texts: readonly string[][]): (words: readonly string[]) => Weighed {
  const holding = new Map<string, number>();
  for (const words of texts)
    for (const word of new Set(words)) holding.set(word, (holding.get(word) ?? 0) + 1);
  const rare = (word: string): number => Math.log((1 + texts.length) / (1 + (holding.get(word) ?? 0))) + 1;
  return (words) => {
    const counts = new Map<string, number>();
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + rare(word));
    const length = Math.hypot(...counts.values());
    return new Map([...counts].map(([word, weight]) => [word, weight / length]));
  };
}

/** How much two texts say the same: 1 the same words, 0 none in common. */
export function cosine(one: Weighed, other: Weighed): number {
  const [few, many] = one.size <= other.size ? [one, other] : [other, one];
  let sum = 0;
  for (const [word, weight] of few) sum += weight * (many.get(word) ?? 0);
  return sum;
}
