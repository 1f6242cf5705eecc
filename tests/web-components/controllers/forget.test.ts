// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { announceThrough } from '../../../web-components/contexts/announce.ts';
import { chooseChildren, chosenChildren } from '../../../web-components/contexts/chosen-children.ts';
import { keepChoices, keptChoices } from '../../../web-components/contexts/kept-choices.ts';
import { keepOutcome, outcomeOf, type Outcome } from '../../../web-components/contexts/outcomes.ts';
import { lastPerson, setSession } from '../../../web-components/contexts/session.ts';
import { draftsFor } from '../../../web-components/controllers/drafts.ts';
import { forgetAll } from '../../../web-components/controllers/forget.ts';

describe('a window in which somebody else signs in', () => {
  it('holds nothing of what the one before typed, chose or was told', () => {
    const place = { task: 't1' };
    let said = 'Ada Khan was added.';
    announceThrough((text) => (said = text));
    draftsFor(place).set('note', 'Her mother said so.');
    keepOutcome({ task: { id: 't1' } } as Outcome);
    chooseChildren(place, ['ada']);
    keepChoices('work', { worker: 'sam' });
    expect(draftsFor(place).entry('note')?.value).toBe('Her mother said so.');
    forgetAll();
    expect(draftsFor(place).entry('note')).toBeUndefined();
    expect(outcomeOf('t1')).toBeUndefined();
    expect(chosenChildren(place)).toBeUndefined();
    expect(keptChoices('work')).toEqual({});
    expect(said).toBe('');
    forgetAll();
    announceThrough(undefined);
  });

  it('knows who was here last, also when their session has ended', () => {
    const session = { csrf: 'c', demonstration: false };
    setSession({ ...session, signedIn: true, person: { id: 'sam', name: 'Sam' } as never });
    setSession({ ...session, signedIn: false });
    expect(lastPerson()).toBe('sam');
  });
});
