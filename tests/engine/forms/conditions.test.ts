import { describe, expect, it } from 'vitest';
import { holds, isShown, shownKeys, withoutHidden } from '#engine';
import type { Answers, Condition } from '#engine';
import { form, question } from './small-form.ts';

const ada = { id: 'ada', unborn: false, late: ['visit-due'] };
const bump = { id: 'bump', unborn: true, late: [] };
const answers: Answers = {
  answers: { safe: 'no', signs: ['bruise', 'fear'], score: 3, doctor: { notPossible: 'No appointment' } },
  perChild: { ada: { decision: 'plan', safe: 'yes' } },
};

describe('a question is shown when', () => {
  it.each<[Condition, boolean]>([
    [{ question: 'score', is: 3 }, true],
    [{ question: 'score', is: '3' }, false],
    [{ question: 'decision', oneOf: ['plan', 'close'] }, true],
    [{ question: 'decision', oneOf: ['close'] }, false],
    [{ question: 'signs', includes: 'fear' }, true],
    [{ question: 'signs', includes: 'joy' }, false],
    [{ question: 'decision', answered: true }, true],
    [{ question: 'nothing', answered: false }, true],
    [{ question: 'doctor', answered: true }, false],
    [{ late: 'visit-due' }, true],
    [{ late: 'review-due' }, false],
    [{ child: 'born' }, true],
    [{ child: 'unborn' }, false],
    [{ all: [{ question: 'score', is: 3 }, { child: 'unborn' }] }, false],
    [{ any: [{ question: 'score', is: 3 }, { child: 'unborn' }] }, true],
    [{ not: { question: 'score', is: 3 } }, false],
  ])('%j: %s', (condition, shown) => {
    expect(holds(condition, answers, ada)).toBe(shown);
  });

  it('a child’s own answer counts before the family’s', () => {
    expect(holds({ question: 'safe', is: 'yes' }, answers, ada)).toBe(true);
    expect(holds({ question: 'safe', is: 'yes' }, answers, bump)).toBe(false);
  });
});

describe('a form with questions that depend on each other', () => {
  const asked = form([
    question({ id: 'safe', type: 'yes-no' }),
    question({ id: 'why', when: { question: 'safe', is: 'no' } }),
    question({ id: 'more', when: { question: 'why', answered: true } }),
    question({ id: 'words', per: 'child', when: { child: 'born' } }),
    question({ id: 'text', per: 'shared' }),
    question({ id: 'lateWhy', when: { late: 'visit-due' } }),
  ]);
  const given: Answers = {
    answers: { safe: 'yes', why: 'Left over', more: 'Left over', text: 'Well' },
    perChild: { ada: { words: 'Hello' }, bump: { words: 'Left over', text: 'Kicks' } },
  };

  it('shows nothing on the strength of an answer that is itself not asked', () => {
    const more = asked.layout[0]?.questions[2];
    if (!more) throw new Error('the third question');
    expect(isShown(more, given, ada)).toBe(true);
    expect(isShown(more, given, ada, asked)).toBe(false);
  });

  it('names what is shown to the family and to each child', () => {
    expect([...shownKeys(asked, given, [ada, bump])]).toEqual([
      'safe',
      'words@ada',
      'text',
      'text@ada',
      'text@bump',
      'lateWhy',
    ]);
  });

  it('sends only what is asked', () => {
    expect(withoutHidden(asked, given, [ada, bump])).toEqual({
      answers: { safe: 'yes', text: 'Well' },
      perChild: { ada: { words: 'Hello' }, bump: { text: 'Kicks' } },
    });
  });
});
