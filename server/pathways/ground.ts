import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Calendar, Statutory } from '#engine';

/** What every version of a pathway stands on, published or not: it is not for a version to change. */
export interface Ground {
  /** our moddle descriptor: the attributes `pathway:…` of a drawing */
  moddle: Record<string, unknown>;
  calendar: Calendar;
  /** what the law asks of any drawing of this pathway */
  statutory: Statutory;
}

const root = join(import.meta.dirname, '..', '..', 'processes');
const read = new Map<string, Promise<Ground>>();

/** Reads the ground of a pathway once: it comes with the program and does not change while it runs. */
export function groundOf(pathway = 'child-protection'): Promise<Ground> {
  const known = read.get(pathway) ?? readGround(pathway);
  read.set(pathway, known);
  return known;
}

async function readGround(pathway: string): Promise<Ground> {
  const [moddle, calendar, statutory] = await Promise.all([
    readJson<Record<string, unknown>>(join(root, 'pathway.moddle.json')),
    readJson<Calendar>(join(root, 'calendars', 'england-and-wales.json')),
    readJson<Statutory>(join(root, pathway, 'statutory.json')),
  ]);
  return { moddle, calendar, statutory };
}

async function readJson<T>(file: string): Promise<T> {
  return JSON.parse(await readFile(file, 'utf8')) as T;
}
