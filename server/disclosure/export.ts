import { hash } from 'node:crypto';
import { strToU8, zipSync, type Zippable } from 'fflate';
import type { HeldItem, Made } from './disclosure.ts';
import { writePage } from './write-page.ts';

/** A file of what is handed out, and the bytes of the files in it. */
export type FileBytes = Map<string, Uint8Array>;

/**
 * What a person is given: a page to read and print, the same as data, and the files. Made from what was kept when it
 * was made, with no time and no order of its own, so that the same bytes come out again.
 */
export function exportFile(made: Made, files: FileBytes): Uint8Array {
  const names = fileNames(made.items);
  const mtime = new Date(made.at);
  const entries: Zippable = {
    'record.html': [strToU8(writePage(made, names)), { mtime }],
    'record.json': [strToU8(JSON.stringify(withNames(made, names), undefined, 2)), { mtime }],
  };
  for (const [id, name] of names) {
    const bytes = files.get(id);
    if (bytes) entries[name] = [bytes, { mtime }];
  }
  return zipSync(entries, { level: 6 });
}

/** The hash by which the log of what was left out knows the file. */
export function hashOfFile(bytes: Uint8Array): string {
  return hash('sha256', bytes, 'hex');
}

/** Names in the archive, by id of the attachment: numbered, and only from what is left of the name. */
export function fileNames(items: HeldItem[]): Map<string, string> {
  const files = items.flatMap((item) => (item.file ? [item.file] : []));
  return new Map(
    files.map(({ id, name }, at) => {
      const safe = name.replaceAll(/[^\p{L}\p{N}. -]+/gu, '_').slice(-80);
      return [id, `files/${String(at + 1).padStart(3, '0')} ${safe}`] as const;
    }),
  );
}

/** The data as it is handed out: ids of the store mean nothing to anybody outside. */
function withNames({ title, authority, period, at, items }: Made, names: Map<string, string>): object {
  return {
    ...{ title, authority, period, made: at },
    items: items.map(({ kind, title: called, at: when, by, lines, file }) => ({
      ...{ kind, title: called, ...(when ? { at: when } : {}), ...(by ? { by } : {}) },
      lines: lines.map(({ label, text }) => ({ label, text })),
      ...(file ? { file: names.get(file.id) } : {}),
    })),
  };
}
