import { commonActions, openActions, roleActions, type Action } from './actions.ts';
import type { Person } from './person.ts';
import { defaultRights, type RoleRights, type Scope } from './rights.ts';
import type { FamilyFacts, Thing } from './thing.ts';

/** `hidden`: not even that it exists may be said. */
export type Answer =
  | { ok: true }
  | {
      ok: false;
      code:
        'signed-out' | 'hidden' | 'restricted' | 'withheld' | 'not-your-role' | 'no-right' | 'out-of-reach';
      say: string;
    };

const yes: Answer = { ok: true };

/** The one question of access. The answer is no unless something here says yes. */
export function may(
  person: Person | undefined,
  action: Action,
  thing: Thing,
  rights: Map<string, RoleRights> = defaultRights,
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
  const held = person.roles.map((role) => rights.get(role.id)).filter((role) => role !== undefined);
  if (roleActions.includes(action) && thing.role !== undefined) {
    const able = held.filter((role) => role.performs.includes(thing.role ?? ''));
    return able.length > 0
      ? reaches(person, action, thing, able)
      : no(
          'not-your-role',
          'This step is for another role. Ask the manager of the team to give it to somebody.',
        );
  }
  return reaches(person, action, thing, held);
}

function reaches(person: Person, action: Action, thing: Thing, held: RoleRights[]): Answer {
  const granted = held.map((role) => role.reach[action]).filter((scope) => scope !== undefined);
  const restriction = restrictionOf(person, thing);
  if (restriction) return restriction;
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
  if (granted.some((scope) => fits(person, scope, thing))) return yes;
  return no(
    'out-of-reach',
    'This family is with another team. Ask that team, or your manager, if you need to see it.',
  );
}

/** A restricted family is for the people named in it, whatever their role; for others it may not even exist. */
function restrictionOf(person: Person, thing: Thing): Answer | undefined {
  const families = thing.families ?? [];
  const closed = families.filter((family) => family.restricted && !family.restricted.to.includes(person.id));
  if (closed.length === 0 || closed.length < families.length) return undefined;
  const open = closed.find((family) => family.restricted?.shown === 'exists')?.restricted;
  if (!open) return no('hidden', 'There is nothing here, or it is not for you to see.');
  return no('restricted', `This record is restricted. Contact ${open.contact} if you need to see it.`);
}

function fits(person: Person, scope: Scope, thing: Thing): boolean {
  const families = (thing.families ?? []).filter(
    (family) => !family.restricted || family.restricted.to.includes(person.id),
  );
  if (scope === 'all') return true;
  if (families.length === 0) return scope === 'service';
  return families.some((family) => within(person, scope, thing, family));
}

function within(person: Person, scope: Exclude<Scope, 'all'>, thing: Thing, family: FamilyFacts): boolean {
  const own = thing.assignee === person.id || family.staff.includes(person.id);
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
