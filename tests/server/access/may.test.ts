import { describe, expect, it } from 'vitest';
import { may, type FamilyFacts, type Person, type Thing } from '../../../server/access/index.ts';

const person = (role: string, over: Partial<Person> = {}): Person => ({
  ...{ id: 'sam', name: 'Sam', roles: [{ id: role, name: role }], team: { id: 'north', name: 'North' } },
  serviceTeams: ['north', 'south'],
  ...over,
});
const family = (over: Partial<FamilyFacts> = {}): FamilyFacts => ({
  id: 'marsh',
  staff: [],
  team: 'north',
  ...over,
});
const task = (over: Partial<Thing> = {}): Thing => ({
  ...{ kind: 'task', id: 't1', role: 'social-worker', families: [family()] },
  ...over,
});
const says = (answer: ReturnType<typeof may>) => (answer.ok ? 'yes' : answer.code);

describe('may', () => {
  it('says no to everything that nothing says yes to', () => {
    expect(says(may(person('unheard-of'), 'read-family', { kind: 'family', families: [family()] }))).toBe(
      'no-right',
    );
    expect(says(may(undefined, 'read-family', { kind: 'family', families: [family()] }))).toBe('signed-out');
  });

  it('a social worker completes the own task, a free one of the team, and no colleague’s', () => {
    const worker = person('social-worker');
    expect(says(may(worker, 'complete-task', task({ assignee: 'sam' })))).toBe('yes');
    expect(says(may(worker, 'complete-task', task()))).toBe('yes');
    expect(says(may(worker, 'complete-task', task({ assignee: 'kim' })))).toBe('out-of-reach');
    const south = task({ families: [family({ team: 'south' })] });
    expect(says(may(worker, 'complete-task', south))).toBe('out-of-reach');
  });

  it('a step for another role is for nobody else, whatever their reach', () => {
    const worker = person('social-worker');
    expect(says(may(worker, 'complete-task', task({ role: 'team-manager', assignee: 'sam' })))).toBe(
      'not-your-role',
    );
    const both = person('social-worker', { roles: [{ id: 'team-manager', name: 'x' }] });
    expect(says(may(both, 'complete-task', task({ role: 'team-manager' })))).toBe('yes');
  });

  it('a restricted family is closed even to those whose role reaches everywhere', () => {
    const head = person('head-of-service');
    const hidden = {
      kind: 'family',
      families: [family({ restricted: { to: ['kim'], contact: 'Kim', shown: 'hidden' } })],
    } as const;
    const known = {
      kind: 'family',
      families: [family({ restricted: { to: ['kim'], contact: 'Kim Lee', shown: 'exists' } })],
    } as const;
    expect(says(may(head, 'read-family', { ...hidden, families: [...hidden.families] }))).toBe('hidden');
    const answer = may(head, 'read-family', { ...known, families: [...known.families] });
    expect(answer).toMatchObject({ ok: false, code: 'restricted' });
    expect(answer.ok ? '' : answer.say).toContain('Kim Lee');
    expect(
      says(
        may(person('social-worker', { id: 'kim' }), 'read-family', {
          ...hidden,
          families: [...hidden.families],
        }),
      ),
    ).toBe('yes');
  });

  it('somebody in two families is reached through the one that is open', () => {
    const closed = family({ restricted: { to: ['kim'], contact: 'Kim', shown: 'hidden' } });
    const thing: Thing = { kind: 'person', families: [closed, family()] };
    expect(says(may(person('social-worker'), 'read-person', thing))).toBe('yes');
    const far: Thing = { kind: 'person', families: [closed, family({ team: 'elsewhere' })] };
    expect(says(may(person('social-worker'), 'read-person', far))).toBe('out-of-reach');
  });

  it('what is withheld from a person stays withheld in the own family', () => {
    const thing: Thing = { kind: 'record', families: [family({ staff: ['sam'] })], withheldFrom: ['sam'] };
    expect(says(may(person('team-manager'), 'read-record', thing))).toBe('withheld');
  });

  it('a sensitive address is for those who work with the family', () => {
    const thing: Thing = { kind: 'person', families: [family({ staff: ['sam'] })] };
    expect(says(may(person('social-worker'), 'see-sensitive-address', thing))).toBe('yes');
    expect(says(may(person('social-worker', { id: 'kim' }), 'see-sensitive-address', thing))).toBe(
      'out-of-reach',
    );
    expect(says(may(person('business-support'), 'see-sensitive-address', thing))).toBe('no-right');
  });

  it('a sensitive address of somebody in several families is for those who work with each where work is open', () => {
    const stage = { id: 'plan', name: 'Plan' };
    const atWork = { children: [{ id: 'ada', name: 'Ada', stage }] };
    const own = family({ staff: ['sam'], ...atWork });
    const sees = (...families: ReturnType<typeof family>[]) =>
      says(may(person('social-worker'), 'see-sensitive-address', { kind: 'person', families }));
    expect(sees(own, family({ team: 'elsewhere', ...atWork }))).toBe('out-of-reach');
    expect(sees(own, family({ staff: ['sam'], ...atWork }))).toBe('yes');
    expect(sees(own, family({ team: 'elsewhere', children: [{ id: 'ben', name: 'Ben' }] }))).toBe('yes');
    const restricted = { to: ['kim'], contact: 'Kim', shown: 'hidden' as const };
    expect(sees(own, family({ restricted }))).toBe('out-of-reach');
    const head = person('head-of-service');
    const thing: Thing = { kind: 'person', families: [own, family({ restricted })] };
    expect(says(may(head, 'see-sensitive-address', thing))).toBe('out-of-reach');
  });

  it('an administrator has no right to any family', () => {
    const administrator = person('administrator');
    for (const action of [
      'read-family',
      'read-task',
      'read-record',
      'read-person',
      'read-attachment',
    ] as const) {
      expect(says(may(administrator, action, { kind: 'family', families: [family()] }))).toBe('no-right');
    }
  });

  it('of several roles the one that reaches furthest counts', () => {
    const both = person('social-worker', {
      roles: [
        { id: 'social-worker', name: '' },
        { id: 'team-manager', name: '' },
      ],
    });
    const thing: Thing = { kind: 'family', families: [family({ team: 'south' })] };
    expect(says(may(both, 'read-family', thing))).toBe('yes');
    expect(says(may(person('social-worker'), 'read-family', thing))).toBe('out-of-reach');
  });

  it('whoever manages the team that holds a family does not do what is for somebody independent of it', () => {
    const roles = [
      { id: 'team-manager', name: '' },
      { id: 'conference-chair', name: '' },
    ];
    const both = person('team-manager', { roles });
    const chairs = task({ role: 'conference-chair', assignee: 'sam' });
    expect(says(may(both, 'complete-task', chairs))).toBe('not-independent');
    expect(says(may(person('conference-chair'), 'complete-task', chairs))).toBe('yes');
    const other = { ...chairs, families: [family({ team: 'south' })] };
    expect(says(may(both, 'complete-task', other))).toBe('yes');
  });

  it('a conflict of interest hides a family, and no grant and no cover opens it', () => {
    const grant = {
      id: 'g',
      kind: 'break-glass',
      case: 'marsh',
      actions: ['read-family'],
      until: '9',
    } as const;
    const given = { grants: [{ ...grant, actions: [...grant.actions] }], covers: ['kim'] };
    const thing: Thing = { kind: 'family', families: [family({ team: 'elsewhere', staff: ['kim'] })] };
    expect(says(may(person('social-worker', given), 'read-family', thing))).toBe('yes');
    const sam = person('social-worker', { ...given, conflicts: ['marsh'] });
    expect(says(may(sam, 'read-family', thing))).toBe('hidden');
  });
});
