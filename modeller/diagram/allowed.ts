import RuleProvider from 'diagram-js/lib/features/rules/RuleProvider';
import type { Shape } from './shapes.ts';

/** What may be drawn: the same list as the checks hold. */
const allowed = new Set([
  ...['bpmn:StartEvent', 'bpmn:EndEvent', 'bpmn:UserTask', 'bpmn:ExclusiveGateway', 'bpmn:ParallelGateway'],
  ...['bpmn:EventBasedGateway', 'bpmn:BoundaryEvent', 'bpmn:IntermediateCatchEvent', 'bpmn:SubProcess'],
  ...[
    'bpmn:CallActivity',
    'bpmn:TextAnnotation',
    'bpmn:Participant',
    'bpmn:SequenceFlow',
    'bpmn:Association',
  ],
  'label',
]);

const first = 2000;

/** Refuses to draw what could not run; everything else is as BPMN has it. */
class Allowed extends RuleProvider {
  static $inject = ['eventBus'];

  constructor(eventBus: unknown) {
    super(eventBus);
    this.addRule(['shape.create', 'shape.append'], first, ({ shape }: { shape?: Shape }) =>
      shape && !allowed.has(shape.type) ? false : undefined,
    );
    this.addRule('elements.create', first, ({ elements }: { elements?: Shape[] }) =>
      elements?.some(({ type }) => !allowed.has(type)) ? false : undefined,
    );
    // what a line may be is decided by what it joins: of the kinds BPMN has, only ways and notes
    this.addRule('connection.create', first, ({ hints }: { hints?: { type?: string } }) =>
      hints?.type !== undefined && !allowed.has(hints.type) ? false : undefined,
    );
    this.addRule(['shape.replace', 'elements.paste', 'element.copy'], first, () => false);
  }
}

export const allowedModule = { __init__: ['pathwayAllowed'], pathwayAllowed: ['type', Allowed] };
