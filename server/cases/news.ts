import type { Version } from '#engine';

/** Something that may happen at any time and starts work of its own: a message that a person gives. */
export interface News {
  message: string;
  title: string;
}

const found = new WeakMap<Version, News[]>();

/** Strands that begin with what somebody tells us; those that the drawing begins by itself are not for people. */
export function newsOf(version: Version): News[] {
  const known = found.get(version);
  if (known) return known;
  const { processes } = version.pathway;
  const sent = new Set(processes.flatMap((one) => one.elements).map((one) => one.sends));
  const told = new Set(
    Object.values(version.forms)
      .flatMap((form) => form.layout)
      .flatMap((section) => section.questions)
      .flatMap((question) => Object.values(question.opens ?? {})),
  );
  const news = processes.flatMap(({ kind, message, name }) =>
    kind === 'strand' && message && (told.has(message) || !sent.has(message))
      ? [{ message, title: name }]
      : [],
  );
  found.set(version, news);
  return news;
}
