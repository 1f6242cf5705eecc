import { describe, expect, test } from 'vitest';
import { readPathway } from '../../../engine/pathway/read-pathway.ts';
import { drawing } from '../../support/drawing.ts';
import { descriptor } from './sketch.ts';

const read = (xml: string) => readPathway(xml, descriptor);

/** A drawing whose one process holds this XML between a start and an end. */
const holding = (inside: string, beside = ''): string => `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:pathway="https://throughline.example/pathway"
  id="d" targetNamespace="https://throughline.example">${beside}<process id="main"><startEvent id="start"/>
${inside}<endEvent id="end"/></process></definitions>`;

const elementIn = async (xml: string, id: string) => {
  const { pathway } = await read(xml);
  return pathway.processes.flatMap(({ elements }) => elements).find((element) => element.id === id);
};

describe('a drawing is read into plain data', () => {
  test('with what stands on a step', async () => {
    const step = `<userTask id="write" name="Write
      report" pathway:form="report" pathway:role="worker" pathway:purpose="Says what was found." pathway:sends="report written"
      pathway:timescale="first later" pathway:statute="the Act" pathway:practice="strengths first" pathway:notBy="sign"/>`;
    expect(await elementIn(holding(step), 'write')).toEqual({
      id: 'write',
      kind: 'step',
      bpmnType: 'bpmn:UserTask',
      name: 'Write report',
      form: 'report',
      role: 'worker',
      purpose: 'Says what was found.',
      sends: 'report written',
      timescales: ['first', 'later'],
      statute: 'the Act',
      practice: 'strengths first',
      notBy: 'sign',
    });
  });

  test('with conditions and defaults on the lines, in the order in which they are drawn', async () => {
    const { pathway, findings } = await read(
      drawing({ main: '(start) -> ask -> <way>\n<way> -[risk > 3]-> act -> (done)\n<way> => (done)' }),
    );
    expect(findings).toEqual([]);
    expect(pathway.processes[0]?.flows.filter(({ from }) => from === 'way')).toEqual([
      { id: 'way--act', from: 'way', to: 'act', name: '', condition: 'risk > 3', isDefault: false },
      { id: 'way--done', from: 'way', to: 'done', name: '', isDefault: true },
    ]);
  });

  test('every stage drawn inside becomes a process that its stage names', async () => {
    const { pathway } = await read(
      drawing({
        main: '(start) -> [outer] -> (done)',
        outer: '(in) -> [inner] -> (out)',
        inner: '(first) -> write -> (last)',
      }),
    );
    expect(pathway.processes.map(({ id, kind }) => [id, kind])).toEqual([
      ['main', 'main'],
      ['outer', 'stage'],
      ['inner', 'stage'],
    ]);
    expect(pathway.processes[1]?.elements.find(({ id }) => id === 'inner')).toMatchObject({
      kind: 'stage',
      process: 'inner',
    });
  });

  test('processes that are called, and strands that a message starts, are told from the main one', async () => {
    const { pathway } = await read(
      drawing({
        enquire: '(asked) -> enquire-now -> (answered)',
        worry: '(heard "new worry") -> consider -> (considered)',
        main: '(start) -> {enquiry=enquire} -> (done)',
      }),
    );
    expect(pathway.main).toBe('main');
    expect(pathway.processes.map(({ id, kind, message }) => [id, kind, message])).toEqual([
      ['enquire', 'called', undefined],
      ['worry', 'strand', 'new worry'],
      ['main', 'main', undefined],
    ]);
    expect(pathway.processes[2]?.elements.find(({ id }) => id === 'enquiry')).toMatchObject({
      kind: 'stage',
      called: true,
      process: 'enquire',
    });
  });

  test('events say what they wait for and where they sit', async () => {
    const { pathway } = await read(
      drawing({
        main: `(start) -> [work] -> <?either>
               <?either> -> @told "told" -> (done)
               <?either> -> ~late "ten-days" -> (done)
               work^@stopped "stop" -> (!over)`,
        work: '(in) -> write -> (out)',
      }),
    );
    const kinds = Object.fromEntries(
      pathway.processes[0]?.elements.map((element) => [element.id, element]) ?? [],
    );
    expect(kinds).toMatchObject({
      either: { kind: 'wait' },
      told: { kind: 'message-catch', message: 'told' },
      late: { kind: 'timer-catch', timescale: 'ten-days' },
      stopped: { kind: 'message-boundary', message: 'stop', attachedTo: 'work' },
      over: { kind: 'terminate' },
    });
  });

  test('the diagram layer says where things stand', async () => {
    const xml = holding(
      '<userTask id="write" name="Write it"/><sequenceFlow id="f" sourceRef="start" targetRef="write"/>',
    ).replace(
      '</definitions>',
      `<bpmndi:BPMNDiagram xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"
        xmlns:di="http://www.omg.org/spec/DD/20100524/DI" id="di"><bpmndi:BPMNPlane id="plane" bpmnElement="main">
        <bpmndi:BPMNShape id="s" bpmnElement="write"><dc:Bounds x="10" y="20" width="100" height="80"/></bpmndi:BPMNShape>
        <bpmndi:BPMNEdge id="e" bpmnElement="f"><di:waypoint x="0" y="60"/><di:waypoint x="10" y="60"/></bpmndi:BPMNEdge>
        </bpmndi:BPMNPlane></bpmndi:BPMNDiagram></definitions>`,
    );
    expect(await elementIn(xml, 'write')).toMatchObject({ at: { x: 10, y: 20, width: 100, height: 80 } });
    const { pathway } = await read(xml);
    expect(pathway.processes[0]?.flows[0]?.way).toEqual([
      { x: 0, y: 60 },
      { x: 10, y: 60 },
    ]);
  });
});

describe('what can be drawn and not be run is named', () => {
  const drawn: [what: string, xml: string, type: string][] = [
    ['an inclusive gateway', '<inclusiveGateway id="x"/>', 'bpmn:InclusiveGateway'],
    ['a script', '<scriptTask id="x"><script>process.exit()</script></scriptTask>', 'bpmn:ScriptTask'],
    ['a service', '<serviceTask id="x" implementation="require"/>', 'bpmn:ServiceTask, implementation'],
    ['a task without a person', '<task id="x"/>', 'bpmn:Task'],
    [
      'a step with an implementation',
      '<userTask id="x" implementation="##WebService"/>',
      'bpmn:UserTask, implementation',
    ],
    [
      'a step that repeats itself',
      '<userTask id="x"><multiInstanceLoopCharacteristics/></userTask>',
      'bpmn:UserTask, repeated by itself',
    ],
    [
      'an event sub-process',
      '<subProcess id="x" triggeredByEvent="true"/>',
      'bpmn:SubProcess, started by an event',
    ],
    ['a transaction', '<transaction id="x"/>', 'bpmn:Transaction'],
    ['an ad-hoc sub-process', '<adHocSubProcess id="x"/>', 'bpmn:AdHocSubProcess'],
    [
      'a boundary event that does not interrupt',
      '<userTask id="t"/><boundaryEvent id="x" attachedToRef="t" cancelActivity="false"><timerEventDefinition/></boundaryEvent>',
      'bpmn:BoundaryEvent, not interrupting',
    ],
    [
      'a link',
      '<intermediateCatchEvent id="x"><linkEventDefinition name="l"/></intermediateCatchEvent>',
      'bpmn:IntermediateCatchEvent, LinkEventDefinition',
    ],
    ['a start by clock', '<startEvent id="x"><timerEventDefinition/></startEvent>', 'bpmn:StartEvent, timer'],
    [
      'an end that throws',
      '<endEvent id="x"><errorEventDefinition/></endEvent>',
      'bpmn:EndEvent, ErrorEventDefinition',
    ],
    ['a potential owner', '<userTask id="x"><potentialOwner/></userTask>', 'bpmn:UserTask, potential owner'],
    ['lanes', '<laneSet id="x"><lane id="l"/></laneSet>', 'bpmn:LaneSet'],
    [
      'a start by message inside a stage',
      '<subProcess id="s"><startEvent id="x"><messageEventDefinition/></startEvent></subProcess>',
      'bpmn:StartEvent, message inside a stage',
    ],
  ];
  test.each(drawn)('%s', async (_what, xml, type) => {
    expect(await elementIn(holding(xml), 'x')).toMatchObject({ kind: 'refused', bpmnType: type });
  });

  test('notes, groups and the lines to them are no steps and no fault', async () => {
    const { pathway, findings } = await read(
      holding(
        '<textAnnotation id="n"><text>Mind this</text></textAnnotation><association id="a" sourceRef="start" targetRef="n"/><group id="g"/>',
      ),
    );
    expect(findings).toEqual([]);
    expect(pathway.processes[0]?.elements.find(({ id }) => id === 'n')).toMatchObject({
      kind: 'note',
      name: 'Mind this',
    });
    expect(pathway.processes[0]?.elements.map(({ id }) => id)).not.toContain('g');
  });
});

describe('what the reader stumbles on is an error', () => {
  const says = async (xml: string): Promise<string> => {
    const { findings } = await read(xml);
    expect(findings.every(({ level }) => level === 'error')).toBe(true);
    return findings.map(({ message }) => message).join('\n');
  };

  test('an id given twice', async () => {
    expect(await says(holding('<userTask id="write"/><userTask id="write"/>'))).toMatch(
      /duplicate ID <write>/,
    );
  });

  test('a line that leads to nothing', async () => {
    expect(await says(holding('<sequenceFlow id="f" sourceRef="start" targetRef="gone"/>'))).toMatch(/gone/);
  });

  test('an attribute of ours that is misspelt', async () => {
    expect(await says(holding('<userTask id="write" pathway:frm="report"/>'))).toMatch(
      /"write".*"pathway:frm"/,
    );
  });

  test('a thing at the top that stops the engine from loading', async () => {
    expect(await says(holding('', '<resource id="r" name="team"/>'))).toMatch(/Resource "r" has no place/);
  });

  test('a text that is no drawing', async () => {
    for (const xml of ['', 'hello', '<a><b></a>', '{"json": true}', '<definitions xmlns="http://other"/>']) {
      expect(await says(xml)).not.toBe('');
    }
  });
});

describe('a drawing that weighs too much is refused before it is read', () => {
  const refusal = async (xml: string): Promise<string | undefined> => {
    const { pathway, findings } = await read(xml);
    expect(pathway.processes).toEqual([]);
    return findings.map(({ check, message }) => `${check}: ${message}`).join();
  };

  test('by its size', async () => {
    expect(await refusal(holding(`<!--${'x'.repeat(1024 * 1024)}-->`))).toMatch(
      /^drawing-within-limits: .*1 MiB/,
    );
  });

  test('by the number of its elements', async () => {
    const many = Array.from({ length: 2001 }, (_, i) => `<userTask id="t${i}"/>`).join('');
    expect(await refusal(holding(many))).toMatch(/^drawing-within-limits: .*2000 elements/);
  });

  test('by the depth of its nesting', async () => {
    const deep = '<subProcess>'.repeat(40) + '</subProcess>'.repeat(40);
    expect(await refusal(holding(deep))).toMatch(/^drawing-within-limits: .*30 deep/);
  });

  test('by entities, which could grow without end', async () => {
    const bomb = '<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>';
    expect(await refusal(bomb + holding('<userTask id="x" name="&b;"/>'))).toMatch(
      /^drawing-within-limits: .*entities/,
    );
  });

  test('but not for brackets in names, comments and conditions', async () => {
    const names = Array.from(
      { length: 60 },
      (_, i) => `<userTask id="t${i}" name="more > ${i}"/><!-- <a> <b> -->`,
    );
    const condition = '<documentation><![CDATA[ <a><a><a> ]]></documentation>';
    expect((await read(holding(condition + names.join('')))).findings).toEqual([]);
  });
});
