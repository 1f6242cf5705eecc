import { fork, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { OutputDocument } from '#engine';
import { covered } from './covered.ts';
import { onPaper } from './on-paper.ts';
import type { Answer, Made, Order, Picture } from './order.ts';
import { openTurns, type Asking } from './turns.ts';

/** What one document may take: the process that takes more is ended, and another put in its place. */
export interface PdfCaps {
  milliseconds: number;
  bytes: number;
}

const caps: PdfCaps = { milliseconds: 20_000, bytes: 1024 ** 3 };
const inTurn = openTurns({ most: 40, ofOne: 2 });
const lookEvery = 100;

let process: ChildProcess | undefined;
let orders = 0;

/** A document in PDF; `missing`: a sign in it is in no font; `busy`: refused only because too many wait already. */
export type MadePdf = Made & { missing?: boolean; busy?: boolean };

/** A PDF for everybody, those who listen to it among them; or why there is none, with the blocks that were refused. */
export async function makePdf(
  document: OutputDocument,
  pictures: Record<string, Picture>,
  { milliseconds = caps.milliseconds, bytes = caps.bytes, ...asking }: Asking & Partial<PdfCaps> = {},
): Promise<MadePdf> {
  const made = inTurn(asking, async () => {
    let missing = false;
    const shown = withTexts(document, (text) => {
      const one = covered(text);
      missing ||= one.missing;
      return one.text;
    });
    const answer = await ask(
      { id: (orders += 1), document: onPaper(shown), pictures },
      { milliseconds, bytes },
    );
    return { ...answer, ...(missing ? { missing } : {}) };
  });
  return made ?? { ...refused('Many documents are being made. Try again in a minute.'), busy: true };
}

const refused = (message: string): Made => ({ kind: 'refused', faults: [{ message }] });

/** The process while there is one. */
export const pdfProcess = (): ChildProcess | undefined => process;

/** Ends the process; the next document starts another. */
export function endPdfProcess(): void {
  process?.kill('SIGKILL');
  process = undefined;
}

function ask(order: Order, { milliseconds, bytes }: PdfCaps): Promise<Made> {
  const child = (process ??= started());
  return new Promise((resolve) => {
    const end = (made: Made): void => {
      clearInterval(looking);
      clearTimeout(timer);
      child.off('message', answered);
      child.off('exit', gone);
      child.unref();
      child.channel?.unref();
      resolve(made);
    };
    const stop = (message: string): void => {
      child.kill('SIGKILL');
      if (process === child) process = undefined;
      end(refused(message));
    };
    const answered = ({ id, ...made }: Answer): void => {
      if (id === order.id) end(made);
    };
    const gone = (): void => {
      end(refused('The document could not be made: what makes it stopped.'));
    };
    const looking = setInterval(() => {
      if (bytesOf(child) > bytes) stop('The document takes more memory than one may: leave blocks out.');
    }, lookEvery);
    const timer = setTimeout(() => {
      stop('The document takes longer than one may: leave blocks out.');
    }, milliseconds);
    child.on('message', answered);
    child.once('exit', gone);
    child.ref();
    child.channel?.ref();
    child.send(order);
  });
}

function started(): ChildProcess {
  const child = fork(new URL('./pdf-process.ts', import.meta.url), {
    // nothing of what the server was started with is its business, and it writes nothing of a document: what it
    // complains of is its answer
    ...{ serialization: 'advanced', execArgv: [], env: {}, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] },
  });
  child.on('error', () => child.kill('SIGKILL'));
  // ended by the system while nobody waited for it: the next document gets another
  child.once('exit', () => {
    if (process === child) process = undefined;
  });
  return child;
}

/** Memory that a process holds, where the system says so; 0 elsewhere. */
function bytesOf({ pid }: ChildProcess): number {
  try {
    return Number(readFileSync(`/proc/${String(pid)}/statm`, 'utf8').split(' ')[1]) * 4096;
  } catch {
    return 0;
  }
}

/** The document with every text of it made anew; names of pictures and kinds stay. */
function withTexts(document: OutputDocument, make: (text: string) => string): OutputDocument {
  const kept = new Set(['kind', 'file', 'language', 'direction', 'audience', 'output']);
  const anew = (value: unknown): unknown => {
    if (typeof value === 'string') return make(value);
    if (Array.isArray(value)) return value.map(anew);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, one]: [string, unknown]) => [key, kept.has(key) ? one : anew(one)]),
    );
  };
  return { ...(anew({ ...document, leftOut: [] }) as OutputDocument), leftOut: document.leftOut };
}
