import { dayInWords } from '#engine';
import type { Finding } from '#engine';
import type { Host } from '../host.ts';
import type { StoredCase } from '../store/port.ts';
import type { Disclosure, HeldItem, Made } from './disclosure.ts';
import type { FileBytes } from './export.ts';
import { gather } from './gather.ts';
import { patternOf, redact, textsStruck } from './redact.ts';

export type MadeNow = { ok: true; made: Made; files: FileBytes } | { ok: false; findings: Finding[] };

/** What is handed out as it would be made now. Files that hold words that are left out are named, not handed out. */
export async function makeNow(host: Host, stored: StoredCase, disclosure: Disclosure): Promise<MadeNow> {
  const held = await gather(host, stored, disclosure);
  const items = redact(held, disclosure.redactions);
  const files = await bytesOf(host, items);
  const findings = filesThatTell(held, items, disclosure, files);
  if (findings.length > 0) return { ok: false, findings };
  return { ok: true, made: madeOf(host, disclosure, held, items), files };
}

function madeOf(host: Host, disclosure: Disclosure, held: HeldItem[], items: HeldItem[]): Made {
  const { from, to } = disclosure;
  const until = to === undefined ? '' : ` to ${dayInWords(to)}`;
  const since = from === undefined ? 'from the beginning' : `from ${dayInWords(from)}`;
  const person = items.find((one) => one.kind === 'person') ?? held.find((one) => one.kind === 'person');
  return {
    ...{ disclosure: disclosure.id, at: host.clock.now(), authority: host.store.about.authority.name },
    title: `What is held of ${person?.title ?? 'this person'}`,
    period: `What was recorded ${since}${until}.`,
    items,
  };
}

/** The bytes of every file that is still handed out. */
export async function bytesOf({ store }: Pick<Host, 'store'>, items: HeldItem[]): Promise<FileBytes> {
  const files: FileBytes = new Map();
  for (const { file } of items) {
    const found = file && (await store.attachment(file.id));
    if (!found) continue;
    const pieces: Buffer[] = [];
    for await (const piece of found.open()) pieces.push(piece as Buffer);
    files.set(found.facts.id, Buffer.concat(pieces));
  }
  return files;
}

/**
 * Words that are left out and stand in a file all the same: the file must be left out too. Only what stands in it as
 * text is found; a scan or a packed document has to be read by a person.
 */
function filesThatTell(
  held: HeldItem[],
  items: HeldItem[],
  { redactions }: Disclosure,
  files: FileBytes,
): Finding[] {
  const texts = textsStruck(held, redactions).map(({ text }) => patternOf(text));
  return items.flatMap(({ file }, at) => {
    const bytes = file && files.get(file.id);
    const readings = bytes
      ? [Buffer.from(bytes).toString('utf8'), Buffer.from(bytes).toString('utf16le')]
      : [];
    if (!readings.some((reading) => texts.some((pattern) => reading.search(pattern) !== -1))) return [];
    const message = `The file “${items[at]?.title ?? ''}” holds words that are left out elsewhere. Leave it out as well.`;
    return [{ check: 'redaction', level: 'error', question: items[at]?.id ?? '', message }];
  });
}
