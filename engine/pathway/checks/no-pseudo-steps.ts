import type { Finding } from '../../contracts/index.ts';
import { called, everywhere } from '../graph.ts';
import type { Drawing } from './drawing.ts';
import { finding } from './finding.ts';

const machine: [RegExp, string][] = [
  [
    /^(validate|check (the )?(form|fields|answers|input))\b|\bvalid(ation)?\b/i,
    'Forms check their own answers.',
  ],
  [/^(go )?back\b/i, 'Draw the line back from a question instead.'],
  [/^(save|store)\b/i, 'What is typed is saved by itself.'],
  [
    /^(notify|alert|e-?mail)\b/i,
    'People are told by the product; say in “sends” what the pathway needs to hear.',
  ],
];

/** What the machine does is not drawn: a drawing shows the work of people. */
export function noPseudoSteps({ pathway }: Drawing): Finding[] {
  return everywhere(pathway)
    .filter(({ element }) => element.kind === 'step' || element.kind === 'question')
    .flatMap(({ element }) => {
      const found = machine.find(([pattern]) => pattern.test(element.name));
      if (!found) return [];
      return [
        finding(
          'no-pseudo-steps',
          'warning',
          element,
          `${called(element)} is not a person's work. ${found[1]}`,
        ),
      ];
    });
}
