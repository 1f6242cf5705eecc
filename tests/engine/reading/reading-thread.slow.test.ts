import { expect, test } from 'vitest';
import { importBeside } from '#engine';
import { readInThread } from '../../../engine/reading/reading-thread.ts';
import { descriptor } from '../pathway/sketch.ts';

/** A drawing from another editor, without a diagram layer. */
const drawn = (inside: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="https://elsewhere.example">
<process id="main"><startEvent id="begin"/>${inside}<endEvent id="done"/></process></definitions>`;

test('a drawing that takes longer than it may is ended, and the next one is read', async () => {
  const steps = Array.from({ length: 40 }, (_, at) => `t${String(at)}`);
  const knot = steps.flatMap((one) =>
    steps.map((two) => `<sequenceFlow id="${one}-${two}" sourceRef="${one}" targetRef="${two}"/>`),
  );
  const xml = drawn(steps.map((id) => `<userTask id="${id}"/>`).join('') + knot.join(''));
  const slow = readInThread({ what: 'drawing', xml, descriptor }, 1);
  const next = importBeside(drawn('<userTask id="thing"/>'), descriptor);
  expect(await slow).toBe('tooLong');
  expect(await next).toMatchObject({ laidOut: true });
});
