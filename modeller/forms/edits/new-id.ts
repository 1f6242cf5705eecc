const mostWords = 6;

/** An id for a new question, term or column from its words: 'Was the child seen?' is `wasTheChildSeen`. */
export function newId(words: string, taken: readonly string[]): string {
  const parts = wordsOf(words).slice(0, mostWords);
  const name = parts.map((part, at) => (at === 0 ? part : `${part[0]?.toUpperCase() ?? ''}${part.slice(1)}`));
  return free(/^[a-z]/.test(name.join('')) ? name.join('') : `q${name.join('')}`, taken);
}

/** An id for a new file or section: 'Seen at home' is `seen-at-home`. */
export function newFileId(words: string, taken: readonly string[]): string {
  const name = wordsOf(words).slice(0, mostWords).join('-');
  return free(/^[a-z]/.test(name) ? name : `part-${name}`, taken);
}

function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFKD')
      .replace(/\[child\]/g, 'child')
      .replace(/[’']/g, '')
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? []
  );
}

function free(id: string, taken: readonly string[]): string {
  if (!taken.includes(id)) return id;
  let number = 2;
  while (taken.includes(`${id}${number}`)) number += 1;
  return `${id}${number}`;
}
