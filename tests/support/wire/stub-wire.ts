import { BSON } from 'mongodb';

export type Document = Record<string, unknown>;

/** A message from the driver: the command, and where its answer goes. */
export interface Asked {
  request: number;
  command: Document;
  /** the handshake of a driver that does not know the server yet comes in the old form, and is answered in it */
  old: boolean;
}

const opReply = 1;
const opQuery = 2004;
const opMessage = 2013;
const headerBytes = 16;
const options = { promoteLongs: true, promoteValues: true } as const;

/** Takes whole messages off the front of what has arrived; gives them, and what is left. */
export function readMessages(arrived: Buffer): { asked: Asked[]; rest: Buffer } {
  const asked: Asked[] = [];
  let rest = arrived;
  while (rest.length >= headerBytes && rest.length >= rest.readInt32LE(0)) {
    const length = rest.readInt32LE(0);
    asked.push(readMessage(rest.subarray(0, length)));
    rest = rest.subarray(length);
  }
  return { asked, rest };
}

function readMessage(message: Buffer): Asked {
  const request = message.readInt32LE(4);
  const kind = message.readInt32LE(12);
  if (kind === opMessage) return { request, command: readSections(message), old: false };
  if (kind !== opQuery) throw new Error(`a message of kind ${String(kind)} is not known here`);
  // flags, then the name of a collection ended by a zero, then two numbers
  const document = message.indexOf(0, headerBytes + 4) + 1 + 8;
  return { request, command: BSON.deserialize(message.subarray(document), options), old: true };
}

/** One document, and lists of documents that are put into it under their name. */
function readSections(message: Buffer): Document {
  const command: Document = {};
  let at = headerBytes + 4;
  while (at < message.length) {
    const isList = message[at] === 1;
    at += 1;
    const end = at + message.readInt32LE(at);
    if (isList) {
      const named = message.indexOf(0, at + 4);
      command[message.toString('utf8', at + 4, named)] = readList(message.subarray(named + 1, end));
    } else {
      Object.assign(command, BSON.deserialize(message.subarray(at, end), options));
    }
    at = end;
  }
  return command;
}

function readList(bytes: Buffer): Document[] {
  const list: Document[] = [];
  for (let at = 0; at < bytes.length; at += bytes.readInt32LE(at)) {
    list.push(BSON.deserialize(bytes.subarray(at, at + bytes.readInt32LE(at)), options));
  }
  return list;
}

/** An answer as it goes over the line. */
export function writeAnswer({ request, old }: Asked, answer: Document): Buffer {
  const document = Buffer.from(BSON.serialize(answer));
  const before = Buffer.alloc(headerBytes + (old ? 20 : 5));
  before.writeInt32LE(before.length + document.length, 0);
  before.writeInt32LE(request, 8);
  before.writeInt32LE(old ? opReply : opMessage, 12);
  // of the old form only how many documents follow is not zero; of the new one all of it is
  if (old) before.writeInt32LE(1, headerBytes + 16);
  return Buffer.concat([before, document]);
}
