import { expect, test } from 'vitest';
import { report } from '../../../server/pathways/report.ts';

test('a report says what to put right, what to look at, and how large each stage is', () => {
  const lines = report(
    {
      name: 'The pathway',
      findings: [
        { check: 'step-has-role', level: 'error', element: 'write', message: 'Give it a role.' },
        { check: 'step-is-read', level: 'advice', message: 'Leave it out.' },
        { check: 'messages-meet', level: 'error', question: 'now', message: 'Draw a strand.' },
      ],
      size: {
        places: 12,
        transitions: 30,
        processes: [
          { process: 'first-stage', places: 2, transitions: 3 },
          { process: 'second', places: 10, transitions: 27 },
        ],
      },
    },
    1234,
  );
  expect(lines.join('\n')).toBe(`The pathway

To put right before it can be published (2)
  step-has-role · write: Give it a role.
  messages-meet · now: Draw a strand.

Advice (1)
  step-is-read: Leave it out.

stage        places  transitions
first-stage       2            3
second           10           27
all              12           30

2 errors, 0 warnings, 1 advice; read, compiled and checked in 1.2 s`);
});
