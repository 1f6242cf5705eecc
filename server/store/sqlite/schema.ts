/** Version of the tables below. A store made by a later version is refused, one made by an earlier is upgraded. */
export const schemaVersion = 2;

/** Came after format 2 was: it is made where it is missing. An earlier release leaves it alone, and reads nothing of it. */
export const journeysTable = `
CREATE TABLE IF NOT EXISTS journeys (
  authority TEXT NOT NULL, case_id TEXT NOT NULL, revision INTEGER NOT NULL, body TEXT NOT NULL, sum TEXT NOT NULL,
  PRIMARY KEY (authority, case_id)
) STRICT;
`;

/**
 * Every key begins with the authority, so that a store split over machines needs no other keys. `body` is the
 * thing itself, enciphered where it is of a family or a person, and `sum` its checksum; the other columns repeat
 * what lists sort and filter by. Of those only families.name, family_words and people_keys tell of anybody: they
 * are made from the bodies and are blank in every backup.
 */
export const tables = `
CREATE TABLE store (
  authority TEXT NOT NULL PRIMARY KEY, name TEXT NOT NULL, demonstration INTEGER NOT NULL,
  created TEXT NOT NULL,
  frozen TEXT NOT NULL DEFAULT '', blanked INTEGER NOT NULL DEFAULT 0,
  unswept INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE cases (
  authority TEXT NOT NULL, id TEXT NOT NULL, revision INTEGER NOT NULL,
  body TEXT NOT NULL, sum TEXT NOT NULL, head TEXT NOT NULL, entries INTEGER NOT NULL,
  version TEXT NOT NULL, open INTEGER NOT NULL,
  PRIMARY KEY (authority, id)
) STRICT;

CREATE TABLE commands (
  authority TEXT NOT NULL, case_id TEXT NOT NULL, command TEXT NOT NULL,
  actor TEXT NOT NULL, revision INTEGER NOT NULL, at TEXT NOT NULL, reply TEXT NOT NULL,
  PRIMARY KEY (authority, case_id, command)
) STRICT;
CREATE UNIQUE INDEX commands_by_revision ON commands (authority, case_id, revision);

CREATE TABLE history (
  authority TEXT NOT NULL, case_id TEXT NOT NULL, seq INTEGER NOT NULL, id TEXT NOT NULL,
  revision INTEGER NOT NULL, body TEXT NOT NULL, wrote TEXT NOT NULL, hash TEXT NOT NULL,
  PRIMARY KEY (authority, case_id, seq)
) STRICT;

CREATE TABLE records (
  authority TEXT NOT NULL, id TEXT NOT NULL, case_id TEXT NOT NULL, form TEXT NOT NULL, at TEXT NOT NULL,
  child TEXT NOT NULL, body TEXT NOT NULL, sum TEXT NOT NULL,
  PRIMARY KEY (authority, id)
) STRICT;
CREATE INDEX records_of_case ON records (authority, case_id, at, id);

CREATE TABLE parts (
  authority TEXT NOT NULL, case_id TEXT NOT NULL, part TEXT NOT NULL, revision INTEGER NOT NULL,
  body TEXT NOT NULL, sum TEXT NOT NULL,
  PRIMARY KEY (authority, case_id, part, revision)
) STRICT;

CREATE TABLE tasks (
  authority TEXT NOT NULL, id TEXT NOT NULL, case_id TEXT NOT NULL, state TEXT NOT NULL,
  assignee TEXT NOT NULL, team TEXT NOT NULL, role TEXT NOT NULL, stage TEXT NOT NULL, step TEXT NOT NULL,
  due TEXT NOT NULL, done_by TEXT NOT NULL, done_at TEXT NOT NULL, only_for TEXT NOT NULL,
  body TEXT NOT NULL, sum TEXT NOT NULL,
  PRIMARY KEY (authority, id)
) STRICT;
CREATE INDEX tasks_of_case ON tasks (authority, case_id, state, due, id);
CREATE INDEX tasks_by_due ON tasks (authority, state, due, id);
CREATE INDEX tasks_of_person ON tasks (authority, state, assignee, due, id);
CREATE INDEX tasks_of_team ON tasks (authority, state, team, due, id);
CREATE INDEX tasks_of_stage ON tasks (authority, state, stage, due, id);
CREATE INDEX tasks_done ON tasks (authority, done_by, done_at, id);

CREATE TABLE families (
  authority TEXT NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL, team TEXT NOT NULL, worker TEXT NOT NULL,
  only_for TEXT NOT NULL, body TEXT NOT NULL, sum TEXT NOT NULL,
  PRIMARY KEY (authority, id)
) STRICT;
CREATE INDEX families_by_name ON families (authority, name, id);
CREATE INDEX families_of_team ON families (authority, team, name, id);
CREATE INDEX families_of_worker ON families (authority, worker, name, id);

CREATE TABLE family_words (
  authority TEXT NOT NULL, word TEXT NOT NULL, case_id TEXT NOT NULL,
  PRIMARY KEY (authority, word, case_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX words_of_family ON family_words (authority, case_id);

CREATE TABLE family_people (
  authority TEXT NOT NULL, person TEXT NOT NULL, case_id TEXT NOT NULL,
  PRIMARY KEY (authority, person, case_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX people_of_family ON family_people (authority, case_id);

CREATE TABLE cards (
  authority TEXT NOT NULL, stage TEXT NOT NULL, case_id TEXT NOT NULL, stage_name TEXT NOT NULL,
  children INTEGER NOT NULL, team TEXT NOT NULL, worker TEXT NOT NULL, due TEXT NOT NULL,
  only_for TEXT NOT NULL, body TEXT NOT NULL, sum TEXT NOT NULL,
  PRIMARY KEY (authority, stage, case_id)
) STRICT;
CREATE INDEX cards_of_case ON cards (authority, case_id);
CREATE INDEX cards_by_due ON cards (authority, stage, due, case_id, team, worker, only_for, children, stage_name);
CREATE INDEX cards_of_team ON cards (authority, team, stage, due, case_id);
CREATE INDEX cards_of_worker ON cards (authority, worker, stage, due, case_id);

${journeysTable}
CREATE TABLE people (
  authority TEXT NOT NULL, id TEXT NOT NULL, revision INTEGER NOT NULL, by TEXT NOT NULL, at TEXT NOT NULL,
  body TEXT NOT NULL, sum TEXT NOT NULL,
  PRIMARY KEY (authority, id)
) STRICT;
CREATE TABLE people_earlier (
  authority TEXT NOT NULL, id TEXT NOT NULL, revision INTEGER NOT NULL, by TEXT NOT NULL, at TEXT NOT NULL,
  body TEXT NOT NULL, sum TEXT NOT NULL,
  PRIMARY KEY (authority, id, revision)
) STRICT;
CREATE TABLE people_keys (
  authority TEXT NOT NULL, key TEXT NOT NULL, person TEXT NOT NULL,
  PRIMARY KEY (authority, key, person)
) STRICT, WITHOUT ROWID;
CREATE INDEX keys_of_person ON people_keys (authority, person);

CREATE TABLE documents (
  authority TEXT NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL, revision INTEGER NOT NULL,
  owner TEXT NOT NULL, about TEXT NOT NULL, expires TEXT NOT NULL, case_id TEXT NOT NULL, body TEXT NOT NULL, sum TEXT NOT NULL,
  PRIMARY KEY (authority, kind, id)
) STRICT;
CREATE INDEX documents_of_owner ON documents (authority, kind, owner, id);
CREATE INDEX documents_about ON documents (authority, kind, about, id);
CREATE INDEX documents_of_case ON documents (authority, case_id);
CREATE INDEX documents_by_expiry ON documents (authority, kind, expires);

CREATE TABLE attachments (
  authority TEXT NOT NULL, id TEXT NOT NULL, stored TEXT NOT NULL, case_id TEXT NOT NULL,
  body TEXT NOT NULL, sum TEXT NOT NULL,
  PRIMARY KEY (authority, id)
) STRICT;
CREATE INDEX attachments_of_case ON attachments (authority, case_id);

CREATE TABLE wake_ups (
  authority TEXT NOT NULL, case_id TEXT NOT NULL, due TEXT NOT NULL, owner TEXT NOT NULL,
  lease_until INTEGER NOT NULL, fence INTEGER NOT NULL, claimed_due TEXT NOT NULL,
  attempts INTEGER NOT NULL, message TEXT NOT NULL,
  PRIMARY KEY (authority, case_id)
) STRICT;
CREATE INDEX wake_ups_by_due ON wake_ups (authority, due);

CREATE TABLE audit (
  authority TEXT NOT NULL, process TEXT NOT NULL, seq INTEGER NOT NULL,
  at TEXT NOT NULL, case_id TEXT NOT NULL, actor TEXT NOT NULL, thing TEXT NOT NULL, body TEXT NOT NULL, hash TEXT NOT NULL,
  PRIMARY KEY (authority, process, seq)
) STRICT;
CREATE INDEX audit_by_time ON audit (authority, at, process, seq);
CREATE INDEX audit_of_case ON audit (authority, case_id, at, process, seq);
CREATE INDEX audit_of_actor ON audit (authority, actor, at, process, seq);
CREATE INDEX audit_of_thing ON audit (authority, thing, at, process, seq);
CREATE TABLE audit_heads (
  authority TEXT NOT NULL, process TEXT NOT NULL, seq INTEGER NOT NULL, hash TEXT NOT NULL,
  PRIMARY KEY (authority, process)
) STRICT;

CREATE TABLE quarantined (
  authority TEXT NOT NULL, id TEXT NOT NULL, since TEXT NOT NULL, message TEXT NOT NULL,
  PRIMARY KEY (authority, id)
) STRICT;

CREATE TABLE changes (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  authority TEXT NOT NULL, kind TEXT NOT NULL, case_id TEXT NOT NULL, task TEXT NOT NULL
) STRICT;
`;
