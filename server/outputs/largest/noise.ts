import { crc32, deflateSync } from 'node:zlib';
import sizes from './sizes.json' with { type: 'json' };
import type { SizeName } from './example-source.ts';

const kept = new Map<string, Buffer>();

/** A picture as heavy as a photograph, by its id the same each time: nothing in it can be made smaller. */
export function noise(name: SizeName, id: string): Buffer {
  const key = `${name} ${id}`;
  const known = kept.get(key);
  if (known) return known;
  const { width, height } = sizes[name].picture;
  const rows = Buffer.alloc(height * (width + 1));
  let state = Array.from(id).reduce((sum, sign) => (sum * 31 + sign.charCodeAt(0)) >>> 0, 42);
  for (let at = 0; at < rows.length; at += 1) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    // each row begins with how it was made: as it is
    rows[at] = at % (width + 1) === 0 ? 0 : state >>> 24;
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  // eight bits of grey
  head[8] = 8;
  const made = Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    ...[chunk('IHDR', head), chunk('IDAT', deflateSync(rows, { level: 1 })), chunk('IEND', Buffer.alloc(0))],
  ]);
  kept.set(key, made);
  return made;
}

function chunk(type: string, body: Buffer): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt32BE(body.length);
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(typed));
  return Buffer.concat([size, typed, check]);
}
