import type { Form } from '../../contracts/index.ts';
import type { FormChange, FormChangeKind, FormWords } from './change.ts';
import { booking, meeting } from './meeting.ts';
import { listed, quoted, roleName, same, textChange } from './words.ts';

/** What stands over the questions: title, purpose, what it rests on, guidance, sections, and who may add it. */
export function wholeForm(before: Form, after: Form, was: FormWords, is: FormWords): FormChange[] {
  const say = (kind: FormChangeKind, sentences: string[]): FormChange[] =>
    sentences.map((sentence) => ({ kind, form: after.id, sentence }));
  const title = quoted(after.title);
  const titled =
    before.title === after.title ? [] : [`The form ${quoted(before.title)} is now called ${title}.`];
  return [
    ...say('wording', [...titled, ...sections(before, after, title)]),
    ...say('purpose', [
      ...textChange(`What the form ${title} is for`, before.purpose, after.purpose),
      ...textChange(`What the form ${title} rests on`, before.source, after.source),
    ]),
    ...say('wording', textChange(`The guidance of ${title}`, before.guidance, after.guidance)),
    ...say('use', [...anytime(before, after, was, is), ...meeting(before, after), ...booking(before, after)]),
  ];
}

function sections(before: Form, after: Form, title: string): string[] {
  const old = new Map(before.layout.map((section) => [section.id, section]));
  const kept = (from: Form, other: Form): string[] =>
    from.layout.map(({ id }) => id).filter((id) => other.layout.some((section) => section.id === id));
  const texts = after.layout.flatMap((section) => {
    const was = old.get(section.id);
    if (!was) return [];
    return [
      ...(was.title === section.title
        ? []
        : [`The section ${quoted(was.title)} of ${title} is now called ${quoted(section.title)}.`]),
      ...textChange(`What stands over the section ${quoted(section.title)}`, was.intro, section.intro),
    ];
  });
  return same(kept(before, after), kept(after, before))
    ? texts
    : [
        ...texts,
        `The sections of ${title} now come in another order: ${listed(after.layout.map((one) => quoted(one.title)))}.`,
      ];
}

function anytime(before: Form, after: Form, was: FormWords, is: FormWords): string[] {
  if (same(before.anytime, after.anytime)) return [];
  const title = quoted(after.title);
  const who = (form: Form, words: FormWords): string =>
    listed((form.anytime?.roles ?? []).map((id) => `the ${roleName(words, id)}`));
  if (!after.anytime) return [`${title} can no longer be added to a family at any time.`];
  if (!before.anytime) return [`${title} can now be added to a family at any time by ${who(after, is)}.`];
  const roles = same(before.anytime.roles, after.anytime.roles)
    ? []
    : [`${title} can now be added at any time by ${who(after, is)} (before: by ${who(before, was)}).`];
  return [...roles, ...textChange(`What adding ${title} is called`, before.anytime.add, after.anytime.add)];
}
