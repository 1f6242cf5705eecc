import type { DumpRow, Store } from '../../../server/store/index.ts';

/** Everything a store dumps, page by page. */
export async function dumped(store: Store, limit = 500): Promise<DumpRow[]> {
  const rows: DumpRow[] = [];
  let after: string | undefined;
  do {
    const page = await store.dump(after, limit);
    rows.push(...page.rows);
    after = page.next;
  } while (after !== undefined);
  return rows;
}

/** A text as it comes in over a line: a few bytes at a time. */
export async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += 7) yield bytes.subarray(at, at + 7);
}

/** All of a stream, as one text. */
export async function textOf(stream: AsyncIterable<unknown>): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of stream) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString();
}
