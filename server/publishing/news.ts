import type { Person } from '../access/index.ts';
import { secondsBetween } from '../clock.ts';
import { refuseWrite } from '../errors.ts';
import type { Host, VersionRow } from '../host.ts';
import { sayPublication } from './gate-page.ts';
import { storedPublication } from './publication.ts';

/** After so many days what changed is no news any more; the change log keeps it. */
const DAYS = 60;
const tries = 5;

const idOf = (account: string): string => `news-read-${account}`;

/** How many notes about changes of the pathway a person has not put away yet. */
export async function unreadNews(host: Host, person: Person): Promise<number> {
  return (await unread(host, person)).length;
}

async function unread(host: Host, person: Person): Promise<VersionRow[]> {
  const now = host.clock.now();
  const rows = (await host.versions.list()).filter(
    ({ publication, at, team }) =>
      publication !== undefined &&
      at !== undefined &&
      secondsBetween(at, now) < DAYS * 24 * 60 * 60 &&
      (team === undefined || team === person.team?.id),
  );
  if (rows.length === 0) return [];
  const kept = await host.store.document<{ read: string[] }>('setting', idOf(person.id));
  const read = new Set(kept?.body.read);
  return rows.filter(({ publication }) => publication !== undefined && !read.has(publication));
}

/** What changed and who asked for it, for a person who has not put it away yet; the latest first. */
export async function newsFor(host: Host, person: Person) {
  const rows = await unread(host, person);
  const news = await Promise.all(
    rows.map(async ({ publication = '' }) => {
      const { body } = await storedPublication(host, publication);
      const { id, title, note, why, asked, effective, changes, approved } = await sayPublication(host, body);
      const says = changes.map(({ sentence }) => sentence);
      return { id, title, note, why, asked, effective, changes: says, at: approved?.at ?? body.proposed.at };
    }),
  );
  return { news: news.toSorted((a, b) => b.at.localeCompare(a.at)) };
}

/** Puts a note away for one person; again is the same. */
export async function readNews(host: Host, person: Person, id: string): Promise<void> {
  for (let tried = 1; ; tried += 1) {
    const kept = await host.store.document<{ read: string[] }>('setting', idOf(person.id));
    const read = kept?.body.read ?? [];
    if (read.includes(id)) return;
    const body = { read: [...read, id].slice(-200) };
    const put = await host.store.put({
      ...{ kind: 'setting', id: idOf(person.id), body, expecting: kept?.revision ?? 0 },
    });
    if (put.ok) return;
    if (put.reason !== 'conflict' || tried === tries) return refuseWrite(put);
  }
}
