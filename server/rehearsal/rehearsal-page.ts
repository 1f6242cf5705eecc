import { elementAt, openSteps } from '#engine';
import type { Version } from '#engine';
import { familyDrawing, recordsOf, sayTasks } from '../cases/index.ts';
import type { Host } from '../host.ts';
import { shownPerson } from '../people/index.ts';
import { roleName } from './colleagues.ts';
import type { Opened } from './rehearsal-host.ts';

/** Where a rehearsal stands: what is open and who does it, what was done, where each child is, what time would bring. */
export async function rehearsalPage({ host, version, body }: Opened) {
  const { rehearsed, draft, copy, began, expires, says } = body;
  const open = rehearsed.tasks.filter(({ state }) => state === 'open');
  const done = rehearsed.tasks.filter(({ state, completed }) => state === 'done' && completed !== undefined);
  const family = await host.store.family(rehearsed.case.id);
  const people = await host.store.people(family?.people ?? []);
  const drawing = await familyDrawing(host, { case: rehearsed.case, family: rehearsed.family });
  const { wakeUp } = rehearsed.case;
  return {
    ...{
      id: body.id,
      draft: { id: draft.id, title: draft.title },
      save: draft.save,
      copy,
      began,
      expires,
      says,
    },
    ...{ family: rehearsed.family.name, now: host.clock.now() },
    people: people.map(({ id, body: person }) => shownPerson(id, person).name),
    tasks: await sayTasks(host, open),
    done: (await sayTasks(host, done)).toSorted((a, b) =>
      (b.completed?.at ?? '').localeCompare(a.completed?.at ?? ''),
    ),
    records: await recordsSaid(host, version, rehearsed.case.id),
    drawing,
    ended: rehearsed.case.tracks.every(({ track }) => track === null),
    ...(wakeUp ? { wakeUp, waits: waitsSaid(version, body.rehearsed.case.tracks) } : {}),
  };
}

async function recordsSaid(host: Host, version: Version, id: string) {
  const records = await recordsOf(host.store, id);
  return records.map(({ id: record, form, at, step }) => {
    const role = elementAt(version.pathway, step ?? '')?.role;
    const title = version.forms[form]?.title ?? form;
    return { id: record, title, at, by: role ? roleName(version, role) : '' };
  });
}

/** Clocks drawn in the pathway that are waited for, by name. */
function waitsSaid(version: Version, tracks: Opened['body']['rehearsed']['case']['tracks']): string[] {
  const names = new Map(version.timescales.map(({ id, name }) => [id, name]));
  const waiting = tracks.flatMap(({ track }) => (track ? openSteps(version.tables, track) : []));
  const clocks = waiting.flatMap(({ kind, timescale }) =>
    kind === 'timer' && timescale !== undefined ? [names.get(timescale) ?? timescale] : [],
  );
  return [...new Set(clocks)];
}
