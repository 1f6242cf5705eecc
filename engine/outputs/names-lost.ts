const names = /\[(child|family|authority|day|name|number|done)\]/g;

/** Places for names that fixed wording has and its translation does not: nobody would be named there. */
export function namesLost(text: string, translated: string): string[] {
  const kept = new Set(translated.match(names) ?? []);
  return [...new Set(text.match(names) ?? [])].filter((name) => !kept.has(name));
}
