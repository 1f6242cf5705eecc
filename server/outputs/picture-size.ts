/** A picture's kind as documents take it, and how large it is in points of light; undefined: it is none that can be shown. */
export interface Sized {
  kind: 'png' | 'jpg' | 'gif' | 'webp';
  width: number;
  height: number;
}

/** Reads the size from the beginning of a file. What breaks off before is no picture. */
export function pictureSize(bytes: Buffer): Sized | undefined {
  try {
    const sized = png(bytes) ?? jpeg(bytes) ?? gif(bytes) ?? webp(bytes);
    return sized && sized.width > 0 && sized.height > 0 ? sized : undefined;
  } catch {
    return undefined;
  }
}

function png(bytes: Buffer): Sized | undefined {
  if (bytes.readUInt32BE(0) !== 0x89504e47) return undefined;
  return { kind: 'png', width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

function gif(bytes: Buffer): Sized | undefined {
  if (bytes.toString('latin1', 0, 4) !== 'GIF8') return undefined;
  return { kind: 'gif', width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) };
}

/** Goes from mark to mark until the one that begins the frame. */
function jpeg(bytes: Buffer): Sized | undefined {
  if (bytes.readUInt16BE(0) !== 0xffd8) return undefined;
  for (let at = 2; ; at += 2 + bytes.readUInt16BE(at + 2)) {
    const mark = bytes.readUInt16BE(at);
    const isFrame = mark >= 0xffc0 && mark <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(mark);
    if (isFrame)
      return { kind: 'jpg', width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5) };
    if (mark < 0xff01) return undefined;
  }
}

function webp(bytes: Buffer): Sized | undefined {
  if (bytes.toString('latin1', 8, 12) !== 'WEBP') return undefined;
  const sized = (width: number, height: number): Sized => ({ kind: 'webp', width, height });
  switch (bytes.toString('latin1', 12, 16)) {
    case 'VP8 ':
      return sized(bytes.readUInt16LE(26) & 0x3fff, bytes.readUInt16LE(28) & 0x3fff);
    case 'VP8L': {
      const size = bytes.readUInt32LE(21);
      return sized((size & 0x3fff) + 1, ((size >> 14) & 0x3fff) + 1);
    }
    default:
      return sized(bytes.readUIntLE(24, 3) + 1, bytes.readUIntLE(27, 3) + 1);
  }
}
