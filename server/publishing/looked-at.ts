import { checkPathway, compareVersions, dayOf, soundness } from '#engine';
import type { Change, Finding, Moment, Statutory, Version } from '#engine';
import { missingByLaw, withSetAside } from './law.ts';
import type { Missing } from './law.ts';
import type { Authorised } from './publication.ts';

/** What the checks say of a draft, and how it differs from what new cases start on. */
export interface LookedAt {
  errors: Finding[];
  missing: Missing[];
  changes: Change[];
}

export interface Looking {
  version: Version;
  /** what could not be read of it */
  read: Finding[];
  /** what new cases start on now */
  now: Version;
  statutory: Statutory;
  authorised: Authorised[];
  at: Moment;
}

const most = 6;
const known = new Map<string, LookedAt>();

/** Looks at a draft as for publishing. The same draft beside the same version is looked at once: pages ask again. */
export function lookAt(looking: Looking): LookedAt {
  const { version, now, authorised, at } = looking;
  const key = JSON.stringify([version.id, version.tables.engine, now.id, authorised, dayOf(at)]);
  const found = known.get(key) ?? look(looking);
  known.delete(key);
  known.set(key, found);
  for (const oldest of known.keys()) {
    if (known.size <= most) break;
    known.delete(oldest);
  }
  return found;
}

function look({ version, read, now, statutory, authorised, at }: Looking): LookedAt {
  const law = withSetAside(statutory, authorised, dayOf(at));
  const drawing = { ...version, statutory: law, previous: now.pathway };
  const findings = [...read, ...checkPathway(drawing), ...soundnessOf(version)];
  return {
    // what the law asks for is told entry by entry, with who answers for it
    errors: findings.filter(({ check, level }) => level === 'error' && !check.startsWith('statutory-')),
    missing: missingByLaw(version, statutory, authorised),
    changes: compareVersions(now, version, statutory),
  };
}

function soundnessOf(version: Version): Finding[] {
  if (version.tables.engine !== '') return soundness(version.tables, version.pathway);
  const message = 'The drawing can’t be walked through yet. Put right what the other findings say first.';
  return [{ check: 'drawing-is-walked', level: 'error', message }];
}
