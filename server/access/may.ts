import { commonActions, ofEveryFamily, openActions, roleActions, type Action } from './actions.ts';
import type { Person } from './person.ts';
import { defaultRights, type RoleRights, type Rights, type Scope } from './rights.ts';
import type { FamilyFacts, Thing } from './thing.ts';

/** `hidden`: not even that it exists may be said. */
export type Answer =
  | { ok: true }
  | {
      ok: false;
      code:
        | 'signed-out'
        | 'hidden'
        | 'restricted'
        | 'withheld'
        | 'not-your-role'
        | 'not-independent'
        | 'no-right'
        | 'out-of-reach';
      say: string;
    };

const yes: Answer = { ok: true };

/** The one question of access. The answer is no unless something here says yes. */
export function may(
  person: Person | undefined,
  action: Action,
  thing: Thing,
  rights: Rights = person?.rights ?? defaultRights,
): Answer {
  if (openActions.includes(action)) return yes;
  if (!person) return no('signed-out', 'Sign in to go on.');
  if (commonActions.includes(action)) return yes;
  if (thing.withheldFrom?.includes(person.id)) {
    return no(
      'withheld',
      'This part of the record is withheld from you. Ask the team that holds the family.',
    );
  }
  const closed = restrictionOf(person, thing);
  if (closed) return closed;
  if (isGranted(person, action, thing)) return yes;
  const held = person.roles.map((role) => rights.get(role.id)).filter((role) => role !== undefined);
  if (roleActions.includes(action) && thing.role !== undefined) {
    const able = held.filter((role) => role.performs.includes(thing.role ?? ''));
    if (able.length === 0) {
      return no(
        'not-your-role',
        'This step is for another role. Ask the manager of the team to give it to somebody.',
      );
    }
    if (able.every((role) => role.independent) && managesFamily(person, thing, held)) {
      return no(
        'not-independent',
        'You manage the team that holds this family: this step is for somebody independent of it.',
      );
    }
    return reaches(person, action, thing, able);
  }
  return reaches(person, action, thing, held);
}

/** Who gives work to the family's own team manages its worker. */
export function managesFamily(
  person: Pick<Person, 'team'>,
  thing: Pick<Thing, 'families'>,
  held: RoleRights[],
): boolean {
  const gives = held.some((role) => role.reach['give-task'] === 'team');
  // the first family of a task is the family itself; beside it may stand the queue the task waits in
  const team = thing.families?.[0]?.team;
  return gives && team !== undefined && team === person.team?.id;
}

function reaches(person: Person, action: Action, thing: Thing, held: RoleRights[]): Answer {
  const granted = held.map((role) => role.reach[action]).filter((scope) => scope !== undefined);
  if (granted.length === 0) {
    return no(
      'no-right',
      'Your role does not include this. Ask your manager, or whoever looks after accounts.',
    );
  }
  if (thing.families === undefined) return yes;
  // what belongs to no family yet: a person just put on file, a file for the one who sent it
  const loose = thing.families.length === 0;
  if (loose && (thing.kind === 'person' || thing.by === person.id)) return yes;
  const fitting = ofEveryFamily.includes(action) ? fitsEvery : fits;
  if (granted.some((scope) => fitting(person, scope, thing))) return yes;
  return no(
    'out-of-reach',
    'This family is with another team. Ask that team, or your manager, if you need to see it.',
  );
}

/** Given for a time, to one family: it opens what is named in it, and nothing that is closed to the person. */
function isGranted(person: Person, action: Action, thing: Thing): boolean {
  const given = person.grants?.filter((one) => one.actions.includes(action)) ?? [];
  return openTo(person, thing).some((family) => given.some((grant) => grant.case === family.id));
}

/** A restricted family is for the people named in it, whatever their role; for others it may not even exist. */
function restrictionOf(person: Person, thing: Thing): Answer | undefined {
  const families = thing.families ?? [];
  if (families.length === 0 || openTo(person, thing).length > 0) return undefined;
  const known = families.filter((family) => !person.conflicts?.includes(family.id));
  const open = known.find((family) => family.restricted?.shown === 'exists')?.restricted;
  if (!open) return no('hidden', 'There is nothing here, or it is not for you to see.');
  return no('restricted', `This record is restricted. Contact ${open.contact} if you need to see it.`);
}

/** The families of a thing that are not closed to the person by a restriction or a conflict of interest. */
function openTo(person: Person, thing: Thing): FamilyFacts[] {
  return (thing.families ?? []).filter((family) => !isClosed(person, family));
}

/** Closed whatever the person's roles: restricted to others, or hidden because of a conflict of interest. */
export function isClosed(person: Pick<Person, 'id' | 'conflicts'>, family: FamilyFacts): boolean {
  if (person.conflicts?.includes(family.id)) return true;
  return family.restricted !== undefined && !family.restricted.to.includes(person.id);
}

function fits(person: Person, scope: Scope, thing: Thing): boolean {
  if (scope === 'all') return true;
  const families = openTo(person, thing);
  if (families.length === 0) return scope === 'service';
  return families.some((family) => within(person, scope, thing, family));
}

/**
 * What one family may know can put somebody of another in danger: it is asked of each family where work is open, and a
 * family that is closed to the person says no. Families whose work has ended count where it has ended in all.
 */
function fitsEvery(person: Person, scope: Scope, thing: Thing): boolean {
  const families = thing.families ?? [];
  if (families.some((family) => isClosed(person, family))) return false;
  const atWork = families.filter(({ children }) => children?.some((child) => child.stage !== undefined));
  const asked = atWork.length > 0 ? atWork : families;
  return asked.every((family) => fits(person, scope, { ...thing, families: [family] }));
}

function within(person: Person, scope: Exclude<Scope, 'all'>, thing: Thing, family: FamilyFacts): boolean {
  // whoever covers for an absent colleague stands in their place
  const own = [person.id, ...(person.covers ?? [])].some(
    (id) => thing.assignee === id || family.staff.includes(id),
  );
  // a task nobody has yet is everyone's whose team it stands with
  const free = thing.kind === 'task' && thing.assignee === undefined;
  const team = family.team !== undefined && family.team === person.team?.id;
  if (scope === 'own') return own || (free && team);
  if (scope === 'team') return own || team;
  return own || team || family.team === undefined || person.serviceTeams.includes(family.team);
}

function no(code: Exclude<Answer, { ok: true }>['code'], say: string): Answer {
  return { ok: false, code, say };
}
