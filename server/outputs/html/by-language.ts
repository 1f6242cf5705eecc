import { ownLanguage } from '#engine';

/**
 * A page with its texts of another language marked as such. Markup never holds a `>` in an attribute, since `page` escapes
 * it: within a tag there is no language to say, and the marks are taken away.
 */
export const byLanguage = (html: string): string =>
  html.replaceAll(/<[^>]*>|[\u2068\u2069]/g, (found) => {
    if (found === '\u2068') return `<span lang="${ownLanguage}" dir="auto">`;
    return found === '\u2069' ? '</span>' : found.replaceAll(/[\u2068\u2069]/g, '');
  });
