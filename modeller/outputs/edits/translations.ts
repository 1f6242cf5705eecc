import { trustBeside, type Translation } from '#engine/browser';
import { quoted, type FilesChange } from '../../forms/edits/change.ts';
import { fileText, partsOf, type Files } from '../../forms/parts.ts';

/** The wording of a draft in a language; an edit of one that is not there is a defect of the page. */
export function translationIn(files: Files, language: string): Translation {
  const found = partsOf(files).translations?.find((one) => one.language === language);
  if (!found) throw new Error(`no wording in ${language}`);
  return found;
}

/** A text as it is said in a language; '' takes its wording away. Whoever reviewed the wording did not see this: it is unreviewed. */
export function translateText(files: Files, language: string, text: string, said: string): FilesChange {
  const { reviewed: _, ...before } = translationIn(files, language);
  const { [text]: __, ...others } = before.texts;
  // what has a wording keeps its place, so that a comparison shows what was changed
  const texts = said === '' ? others : { ...before.texts, [text]: said };
  return write(files, { ...before, texts }, `${quoted(text)} in ${before.name}`);
}

/** Somebody says, by name, that they read all of it; `on` a day. */
export function reviewTranslation(
  files: Files,
  language: string,
  reviewed: NonNullable<Translation['reviewed']>,
): FilesChange {
  const before = translationIn(files, language);
  return write(files, { ...before, reviewed }, `Wording in ${before.name} reviewed by ${reviewed.by}`);
}

/** Wording in a further language, with nothing said in it yet; undefined where it is there already. */
export function beginTranslation(
  files: Files,
  made: Pick<Translation, 'language' | 'name' | 'direction'>,
): FilesChange | undefined {
  if (partsOf(files).translations?.some(({ language }) => language === made.language)) return undefined;
  return write(files, { ...made, texts: {} }, `Wording in ${made.name} begun`);
}

function write(files: Files, translation: Translation, says: string): FilesChange {
  return { changes: { [pathOf(files, translation.language)]: fileText(inOrder(translation)) }, says };
}

/** Where it stands, whatever its file is called. */
function pathOf(files: Files, language: string): string {
  const known = Object.entries(files).find(
    ([path, text]) =>
      path.startsWith('translations/') &&
      trustBeside({ [path]: text }).translations?.some((one) => one.language === language),
  );
  return known?.[0] ?? `translations/${language.toLowerCase()}.json`;
}

/** Keys in the order in which files are written. */
const inOrder = ({ language, name, direction, reviewed, texts }: Translation): Translation => ({
  ...{ language, name },
  ...(direction ? { direction } : {}),
  ...(reviewed ? { reviewed } : {}),
  texts,
});
