/** Kinds of file a record may hold, each with the bytes it begins with. What could run in a browser is not among them. */
const kinds: Record<string, { begins: number[][]; shown: boolean; ends: string[] }> = {
  'image/png': { begins: [[0x89, 0x50, 0x4e, 0x47]], shown: true, ends: ['png'] },
  'image/jpeg': { begins: [[0xff, 0xd8, 0xff]], shown: true, ends: ['jpg', 'jpeg'] },
  'image/gif': { begins: [[0x47, 0x49, 0x46, 0x38]], shown: true, ends: ['gif'] },
  'image/webp': { begins: [[0x52, 0x49, 0x46, 0x46]], shown: true, ends: ['webp'] },
  'application/pdf': { begins: [[0x25, 0x50, 0x44, 0x46]], shown: false, ends: ['pdf'] },
  'audio/mpeg': {
    begins: [
      [0x49, 0x44, 0x33],
      [0xff, 0xfb],
      [0xff, 0xf3],
    ],
    shown: false,
    ends: ['mp3'],
  },
  'text/plain': { begins: [[]], shown: false, ends: ['txt', 'text', 'csv', 'md'] },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': {
    begins: [[0x50, 0x4b, 0x03, 0x04]],
    shown: false,
    ends: ['docx'],
  },
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': {
    begins: [[0x50, 0x4b, 0x03, 0x04]],
    shown: false,
    ends: ['xlsx'],
  },
};

export const kindsSaid = 'pictures (PNG, JPEG, GIF, WebP), PDF, Word, Excel, plain text and MP3';

export function isAllowed(type: string): boolean {
  return Object.hasOwn(kinds, type);
}

/** Whether the file begins as its kind does; a page that calls itself a picture does not. */
export function beginsAs(type: string, first: Uint8Array): boolean {
  return (kinds[type]?.begins ?? []).some((begin) => begin.every((byte, at) => first[at] === byte));
}

/** The name under which a file of this kind is kept: it ends as the kind does, so that no program takes it for another. */
export function nameFor(type: string, name: string): string {
  const ends = kinds[type]?.ends ?? [];
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  return ends.includes(ending) ? name : `${name}.${ends[0] ?? 'bin'}`;
}

/** Pictures stand in the page; everything else is offered to be saved. */
export function isShown(type: string): boolean {
  return kinds[type]?.shown ?? false;
}

export const longestBeginning = 8;
