const marks: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** A piece of a page that is safe as it stands: only `page` makes one. */
export class Piece {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Part = Piece | string | number | undefined | Part[];

/** Markup around texts: every text that is put in is escaped, in attributes too. There is no way around it. */
export function page(markup: TemplateStringsArray, ...parts: Part[]): Piece {
  return new Piece(markup.map((text, at) => text + safe(parts[at])).join(''));
}

function safe(part: Part): string {
  if (part === undefined) return '';
  if (part instanceof Piece) return part.text;
  if (Array.isArray(part)) return part.map(safe).join('');
  return String(part).replaceAll(/[&<>"']/g, (mark) => marks[mark] ?? mark);
}
