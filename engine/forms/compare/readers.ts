import type { Comparison } from './change.ts';
import { listed, named, outputName } from './words.ts';

/** In which outputs an answer is read. */
export const readers: Comparison = (pair) => {
  const [old, now] = [pair.before.readBy ?? [], pair.after.readBy ?? []];
  const more = now.filter((id) => !old.includes(id)).map((id) => outputName(pair.is, id));
  const fewer = old.filter((id) => !now.includes(id)).map((id) => outputName(pair.was, id));
  return [
    ...(more.length > 0 ? [`${named(pair)} is now read in ${listed(more)}.`] : []),
    ...(fewer.length > 0 ? [`${named(pair)} is no longer read in ${listed(fewer)}.`] : []),
  ];
};
