import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { masterKeyIn } from '../store/index.ts';
import type { MasterKey } from '../store/index.ts';
import type { Done } from './backup.ts';
import { beginMove, moveRows } from './move.ts';
import { isThere, openPlace, said, type StorePlace } from './place.ts';

const progressFile = 'moving.json';

/** Copies a whole store to another place and compares them. The source stays as it was, and refuses writes. */
export async function moveStore(
  from: StorePlace,
  to: StorePlace,
  say: (line: string) => void,
): Promise<Done> {
  const folder = from.kind === 'folder' ? from.folder : to.kind === 'folder' ? to.folder : undefined;
  if (folder === undefined)
    return no('Move it to a folder first: from one database to another there is no way.');
  if (!(await isThere(from)))
    return no(`There is no store in ${said(from)}. Name it by DATA_DIR or MONGODB_URL.`);
  if (to.kind === 'folder') mkdirSync(to.folder, { recursive: true, mode: 0o700 });
  const progress = join(folder, progressFile);
  if ((await isThere(to)) && !existsSync(progress)) {
    return no(`There is a store in ${said(to)} already. Name an empty place.`);
  }
  const source = await openPlace(from);
  try {
    const damaged = await source.verify();
    if (!damaged.ok) {
      const lines = damaged.findings.map(({ kind, id, message }) => `${kind} ${id}: ${message}`);
      return { ok: false, lines: [...lines, 'Nothing was moved: restore what is damaged first.'] };
    }
    const refused = await beginMove({ source, to: said(to), progress });
    if (refused !== undefined) return no(refused);
    const { authority, demonstration, created } = source.about;
    const target = await openPlace(to, { authority, demonstration, created });
    try {
      const masters = { from: masterOf(from), to: masterOf(to) };
      const findings = await moveRows({ source, target, to: said(to), progress, masters, say });
      if (findings.length > 0) return differs(findings, to);
      await target.freeze();
      return moved(from, to);
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

/** Servers may write to this store again. */
export async function lift(place: StorePlace): Promise<Done> {
  const store = await openPlace(place);
  try {
    await store.freeze();
    const progress = place.kind === 'folder' ? join(place.folder, progressFile) : undefined;
    const lines = [`The store in ${said(place)} takes writes again.`];
    if (progress !== undefined && existsSync(progress)) {
      lines.push(`The move is given up: before another, empty the new place and remove ${progress}.`);
    }
    return { ok: true, lines };
  } finally {
    await store.close();
  }
}

function masterOf(place: StorePlace): MasterKey {
  const master =
    place.masterKey ?? (place.kind === 'folder' ? masterKeyIn(join(place.folder, 'keys'), false) : undefined);
  if (!master) throw new TypeError(`There is no master key for ${said(place)}.`);
  return master;
}

function moved(from: StorePlace, to: StorePlace): Done {
  const key = to.masterKey ? 'with MASTER_KEY_FILE as now' : 'without MASTER_KEY_FILE';
  const setting =
    to.kind === 'folder'
      ? `DATA_DIR=${to.folder}, without MONGODB_URL, ${key}`
      : 'MONGODB_URL and MASTER_KEY_FILE';
  return {
    ok: true,
    lines: [
      `Moved to ${said(to)}: as many things, the same heads of all chains, everything as it was written.`,
      `Start the servers with ${setting}. The store in ${said(from)} is as it was and takes no writes; remove it when the new one has been backed up, or give it back with --lift.`,
    ],
  };
}

function differs(findings: string[], to: StorePlace): Done {
  const next = `The store in ${said(to)} is not the same. Keep to the old one (--lift), empty the new place and begin again.`;
  return { ok: false, lines: [...findings, next] };
}

function no(message: string): Done {
  return { ok: false, lines: [message] };
}
