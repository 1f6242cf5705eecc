import type { Moment } from '#engine';
import type { Claim, Incident, PageAsked, Paged, StoreMetrics } from '../port.ts';
import { limitOf, readPlace, toPage } from '../paging.ts';
import { mostAttempts, notEnded } from '../wake-up-attempts.ts';
import type { Scope } from './scope.ts';

/** Inside a commit: the case's earliest wake-up is now this one, or none. A claim under way keeps its fence. */
export function setWakeUp({ db, authority }: Scope, caseId: string, due: Moment | undefined): void {
  const key = { authority, case_id: caseId };
  if (due === undefined) {
    db.run(`DELETE FROM wake_ups WHERE authority = :authority AND case_id = :case_id`, key);
    return;
  }
  db.run(
    `INSERT INTO wake_ups (authority, case_id, due, owner, lease_until, fence, claimed_due, attempts, message)
     VALUES (:authority, :case_id, :due, '', 0, 0, '', 0, '')
     ON CONFLICT (authority, case_id) DO UPDATE SET due = excluded.due, attempts = 0, message = ''
     WHERE due <> excluded.due`,
    { ...key, due },
  );
}

/** Takes due wake-ups nobody holds. Each claim has a new fence: whoever held the old one can settle nothing. */
export function claim(
  { db, authority, now }: Scope,
  ask: { owner: string; now: Moment; lease: number; limit: number },
): Claim[] {
  const time = now();
  const taken: Claim[] = [];
  db.write(() => {
    const due = db.all<Claim>(
      `SELECT case_id AS "case", due, fence, attempts FROM wake_ups
       WHERE authority = :authority AND due <= :due AND lease_until <= :time AND attempts < ${mostAttempts}
       ORDER BY due LIMIT :limit`,
      { authority, due: ask.now, time, limit: ask.limit },
    );
    for (const row of due) {
      const fence = row.fence + 1;
      db.run(
        `UPDATE wake_ups SET owner = :owner, lease_until = :until, fence = :fence, claimed_due = due
         WHERE authority = :authority AND case_id = :id`,
        { authority, id: row.case, owner: ask.owner, until: time + ask.lease * 1000, fence },
      );
      taken.push({ ...row, fence });
    }
    return { ok: true };
  });
  return taken;
}

/** Counts the attempt while the claim is held: whatever becomes of the process, it was one. */
export function begin({ db, authority }: Scope, { case: id, fence, attempts }: Claim): boolean {
  let held = false;
  const done = db.write(() => {
    const key = { authority, id, fence };
    const which = 'authority = :authority AND case_id = :id AND fence = :fence';
    held = db.get(`SELECT 1 FROM wake_ups WHERE ${which}`, key) !== undefined;
    db.run(`UPDATE wake_ups SET attempts = :attempts, message = :message WHERE ${which}`, {
      ...{ ...key, attempts: attempts + 1, message: notEnded },
    });
    return { ok: true };
  });
  return done.ok && held;
}

/**
 * Gives a claim back. A wake-up that is still due as before was a failed attempt: work that changes nothing must not
 * come round for ever. One that was done takes back what its beginning counted.
 */
export function settle(
  { db, authority }: Scope,
  held: Claim,
  result: { done: true } | { done: false; message: string },
): boolean {
  const key = { authority, id: held.case };
  let settled = false;
  db.write(() => {
    const row = db.get<{ fence: number; due: string; claimed_due: string }>(
      `SELECT fence, due, claimed_due FROM wake_ups WHERE authority = :authority AND case_id = :id`,
      key,
    );
    // gone: the work was done and nothing is left to wake for
    settled = row === undefined || row.fence === held.fence;
    if (row?.fence !== held.fence) return { ok: true };
    const failed = !result.done || row.due === row.claimed_due;
    const message = result.done ? 'nothing changed although a wake-up was due' : result.message;
    db.run(
      `UPDATE wake_ups SET owner = '', lease_until = 0, attempts = :attempts, message = :message
       WHERE authority = :authority AND case_id = :id`,
      { ...key, attempts: failed ? held.attempts + 1 : 0, message: failed ? message : '' },
    );
    return { ok: true };
  });
  return settled;
}

export function retry({ db, authority }: Scope, caseId: string): void {
  db.write(() => {
    db.run(
      `UPDATE wake_ups SET attempts = 0, message = '', lease_until = 0
       WHERE authority = :authority AND case_id = :id`,
      { authority, id: caseId },
    );
    return { ok: true };
  });
}

/** What waits for a person; while it is tried a last time it is not among it. */
const givenUp = `attempts >= ${mostAttempts} AND lease_until <= :time`;

export function listIncidents({ db, authority, now }: Scope, page?: PageAsked): Paged<Incident> {
  const limit = limitOf(page);
  const after = readPlace(page?.after, 1)?.[0] ?? '';
  const raw = db.all<Incident>(
    `SELECT case_id AS "case", due, attempts, message FROM wake_ups
     WHERE authority = :authority AND ${givenUp} AND case_id > :after
     ORDER BY case_id LIMIT :limit`,
    { authority, time: now(), after, limit: limit + 1 },
  );
  return toPage(
    raw,
    limit,
    (row) => ({ ...row }),
    (row) => [row.case],
  );
}

/** How long and how many wake-ups wait, and what waits for a person. */
export function metrics({ db, authority, now }: Scope): StoreMetrics {
  const time = now();
  const due = { authority, now: new Date(time).toISOString() };
  const row = db.get<{ oldest: string | null; waiting: number }>(
    `SELECT MIN(due) AS oldest, COUNT(*) AS waiting FROM wake_ups
     WHERE authority = :authority AND due <= :now AND attempts < ${mostAttempts}`,
    due,
  );
  const incidents = db.get<{ n: number }>(
    `SELECT COUNT(*) AS n FROM wake_ups WHERE authority = :authority AND ${givenUp}`,
    { authority, time },
  );
  const quarantined = db.get<{ n: number }>(
    'SELECT COUNT(*) AS n FROM quarantined WHERE authority = :authority',
    { authority },
  );
  const oldest = row?.oldest ?? undefined;
  return {
    queueLag: oldest === undefined ? 0 : Math.max(0, (time - Date.parse(oldest)) / 1000),
    waiting: row?.waiting ?? 0,
    incidents: incidents?.n ?? 0,
    quarantined: quarantined?.n ?? 0,
  };
}
