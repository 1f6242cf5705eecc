/**
 * What somebody wrote, as text that every format can hold: no control characters, no half of a character, and nothing
 * that turns the direction of what stands around it.
 */
export function cleaned(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/(?![\n\t])\p{Cc}|[\u202A-\u202E\u2066-\u2069\uFEFF\uFFF9-\uFFFD]/gu, '')
    .replaceAll(/\p{Noncharacter_Code_Point}/gu, '')
    .trim();
}
