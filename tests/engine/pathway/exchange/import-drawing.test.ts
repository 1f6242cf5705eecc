import { describe, expect, test } from 'vitest';
import { importDrawing, leaveOut, readPathway, takeOffers } from '#engine';
import { drawing } from '../../../support/drawing.ts';
import { descriptor } from '../sketch.ts';

/** A drawing from another editor, without a diagram layer: what it holds stands between a start and an end. */
const from = (inside: string, beside = '', to = 'thing'): string => `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
  id="d" targetNamespace="https://elsewhere.example">${beside}<process id="main"><startEvent id="begin"/>${inside}
<endEvent id="done"/><sequenceFlow id="in" sourceRef="begin" targetRef="${to}"/>
<sequenceFlow id="out" sourceRef="${to}" targetRef="done"/></process></definitions>`;

const errors = async (xml: string) =>
  (await importDrawing(xml, descriptor)).findings.filter(({ level }) => level === 'error');
const kinds = async (xml: string) => {
  const { pathway } = await readPathway(xml, descriptor);
  return Object.fromEntries(pathway.processes.flatMap(({ elements }) => elements.map((e) => [e.id, e.kind])));
};

describe('what can’t run here is named, with what to do', () => {
  test('a step that a program does', async () => {
    const found = await errors(from('<serviceTask id="thing" name="Get the score" camunda:class="x.Y"/>'));
    expect(found).toEqual([
      {
        ...{ check: 'runs-here', level: 'error', element: 'thing', name: 'Get the score' },
        ...{ bpmnType: 'bpmn:ServiceTask', offer: 'make it a step' },
        message: '“Get the score” (a service task) is done by a program. Make it a step and say who does it.',
      },
    ]);
  });

  test('and what other programs have put beside an element is named and does nothing', async () => {
    const listening =
      '<userTask id="thing" name="Write"><extensionElements><camunda:taskListener class="x.Y"/></extensionElements></userTask>';
    const { findings, xml } = await importDrawing(from(listening), descriptor);
    expect(findings).toMatchObject([{ level: 'advice', element: 'thing', offer: 'make it plain' }]);
    expect(findings[0]?.message).toContain('camunda:taskListener');
    expect(xml).toContain('<camunda:taskListener class="x.Y"');
  });

  test('whatever reading for publishing refuses, the import has named', async () => {
    const xml = from('<task id="thing"/>', '<error id="fault"/>');
    const { findings } = await readPathway(xml, descriptor);
    expect(findings).toHaveLength(1);
    expect((await errors(xml)).map(({ element }) => element)).toEqual(['fault', 'thing']);
  });
});

describe('an offer that is taken', () => {
  const sore = from(
    '<scriptTask id="thing" name="Count"><script>1</script></scriptTask><dataObject id="paper" name="Paper"/>' +
      '<inclusiveGateway id="ways" name="Which?"/><subProcess id="stage"><transaction id="all"/></subProcess>',
    '<signal id="news" name="News"/>',
  );

  test('leaves nothing that can’t run, and all else as it was', async () => {
    const found = await errors(sore);
    const accepted = found.flatMap(({ element, offer }) => (element && offer ? [{ element, offer }] : []));
    const mended = await takeOffers(sore, accepted, descriptor);
    expect(await errors(mended)).toEqual([]);
    expect(await kinds(mended)).toEqual({
      ...{ begin: 'start', done: 'end', thing: 'step', paper: 'note' },
      ...{ ways: 'question', stage: 'stage', all: 'stage' },
    });
    expect(mended).not.toMatch(/script|signal/i);
  });

  test('to leave a step out joins the way around it', async () => {
    const left = await leaveOut(from('<userTask id="thing"/>'), ['thing'], descriptor);
    const { pathway, findings } = await readPathway(left, descriptor);
    expect(findings).toEqual([]);
    expect(pathway.processes[0]?.flows).toMatchObject([{ id: 'in', from: 'begin', to: 'done' }]);
  });
});

describe('a drawing without a diagram layer', () => {
  test('is laid out, stages folded, and what was in it is in it still', async () => {
    const bare = drawing({
      main: '(start) -> [outer] -> <again>\n<again> -[more = true]-> outer\n<again> => (done)\nouter^@heard "news" -> (over)',
      outer: '(in) -> write -> (out)',
    });
    const { xml, laidOut, findings } = await importDrawing(bare, descriptor);
    expect(laidOut).toBe(true);
    expect(findings).toEqual([]);
    const without = ({ pathway }: Awaited<ReturnType<typeof readPathway>>) =>
      JSON.stringify(pathway, (key, value: unknown) => (key === 'at' || key === 'way' ? undefined : value));
    expect(without(await readPathway(xml, descriptor))).toBe(without(await readPathway(bare, descriptor)));
    expect((await importDrawing(xml, descriptor)).laidOut).toBe(false);
  });

  test('has a pool for each process', async () => {
    const bare = drawing({ main: '(start) -> {call=shared} -> (done)', shared: '(in) -> write -> (out)' });
    const { xml } = await importDrawing(bare, descriptor);
    expect(xml.match(/<(\w+:)?participant /g)).toHaveLength(2);
    const { pathway } = await readPathway(xml, descriptor);
    expect(pathway.processes.flatMap(({ elements }) => elements).every(({ at }) => at)).toBe(true);
  });
});
