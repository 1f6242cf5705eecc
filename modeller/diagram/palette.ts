import type { Services, Shape } from './shapes.ts';

interface Palette {
  registerProvider: (provider: object) => void;
}

interface ContextPad {
  registerProvider: (provider: object) => void;
}

interface Tools {
  create: { start: (event: Event, shape: Shape) => void };
  connect: { start: (event: Event, from: Shape) => void };
  lassoTool: { activateSelection: (event: Event) => void };
  spaceTool: { activateSelection: (event: Event) => void };
  handTool: { activateHand: (event: Event) => void };
  globalConnect: { start: (event: Event) => void };
}

/** What lies on the palette, in the words of the field. `does` is the operation that a press of it begins. */
const drawn = [
  { does: 'add-step-after', type: 'bpmn:UserTask', says: 'A step', look: 'bpmn-icon-user-task' },
  { does: 'add-stage', type: 'bpmn:SubProcess', says: 'A stage', look: 'bpmn-icon-subprocess-collapsed' },
  { does: 'put-question', type: 'bpmn:ExclusiveGateway', says: 'A question', look: 'bpmn-icon-gateway-xor' },
  {
    does: 'side-by-side',
    type: 'bpmn:ParallelGateway',
    says: 'Side by side',
    look: 'bpmn-icon-gateway-parallel',
  },
  {
    does: 'wait',
    type: 'bpmn:IntermediateCatchEvent',
    says: 'A wait',
    look: 'bpmn-icon-intermediate-event-catch-timer',
  },
  {
    does: 'ends-early',
    type: 'bpmn:BoundaryEvent',
    says: 'News or time that ends it',
    look: 'bpmn-icon-intermediate-event-catch-message',
  },
  { does: 'end-here', type: 'bpmn:EndEvent', says: 'An end', look: 'bpmn-icon-end-event-none' },
  { does: 'call-stage', type: 'bpmn:CallActivity', says: 'A shared piece', look: 'bpmn-icon-call-activity' },
  { does: 'add-note', type: 'bpmn:TextAnnotation', says: 'A note', look: 'bpmn-icon-text-annotation' },
  { does: 'start-strand', type: 'bpmn:Participant', says: 'A strand', look: 'bpmn-icon-participant' },
] as const;

/** Only what stands by itself may be dragged out; the rest is asked for first. */
const draggable = new Set<string>([
  'add-step-after',
  'add-stage',
  'put-question',
  'side-by-side',
  'end-here',
  'add-note',
]);

/** The palette holds what the pathway can run, and no more. */
export class PathwayPalette {
  static $inject = ['palette', 'eventBus', 'elementFactory', 'injector'];
  readonly eventBus: Services['eventBus'];
  readonly factory: Services['elementFactory'];
  readonly injector: { get: <Name extends keyof Tools>(name: Name) => Tools[Name] };

  constructor(
    palette: Palette,
    eventBus: Services['eventBus'],
    factory: Services['elementFactory'],
    injector: { get: <Name extends keyof Tools>(name: Name) => Tools[Name] },
  ) {
    this.eventBus = eventBus;
    this.factory = factory;
    this.injector = injector;
    palette.registerProvider(this);
  }

  getPaletteEntries(): object {
    const tool = (title: string, look: string, act: (event: Event) => void): object => ({
      ...{ group: 'tools', className: look, title, html: named(title), action: { click: act } },
    });
    return {
      'move-about': tool('Move the drawing', 'bpmn-icon-hand-tool', (event) =>
        this.injector.get('handTool').activateHand(event),
      ),
      'choose-several': tool('Choose several', 'bpmn-icon-lasso-tool', (event) =>
        this.injector.get('lassoTool').activateSelection(event),
      ),
      'make-room': tool('Make room', 'bpmn-icon-space-tool', (event) =>
        this.injector.get('spaceTool').activateSelection(event),
      ),
      'lead-on': tool('Draw a way from one to another', 'bpmn-icon-connection-multi', (event) =>
        this.injector.get('globalConnect').start(event),
      ),
      line: { group: 'tools', separator: true },
      ...Object.fromEntries(drawn.map((entry) => [`pathway.${entry.does}`, this.entry(entry)])),
    };
  }

  private entry({ does, type, says, look }: (typeof drawn)[number]): object {
    const click = (): void => this.eventBus.fire('pathway.begin', { operation: does });
    const drag = (event: Event): void =>
      this.injector.get('create').start(event, this.factory.createShape({ type, isExpanded: false }));
    const action = draggable.has(does) ? { click, dragstart: drag } : { click };
    return { group: 'draw', className: look, title: says, html: named(says), action };
  }
}

/** An entry that also says its name to whoever points at it. Its words are this file's own. */
const named = (title: string): string => `<div class="entry" draggable="true" title="${title}"></div>`;

/** What stands beside a chosen shape: the operations used most, a way on, and removing. */
export class PathwayPad {
  static $inject = ['contextPad', 'eventBus', 'injector'];
  readonly eventBus: Services['eventBus'];
  readonly injector: { get: <Name extends keyof Tools>(name: Name) => Tools[Name] };

  constructor(
    contextPad: ContextPad,
    eventBus: Services['eventBus'],
    injector: { get: <Name extends keyof Tools>(name: Name) => Tools[Name] },
  ) {
    this.eventBus = eventBus;
    this.injector = injector;
    contextPad.registerProvider(this);
  }

  getContextPadEntries(shape: Shape): object {
    const begin = (operation: string, title: string, look: string): object => ({
      ...{ group: 'edit', className: look, title },
      action: { click: () => this.eventBus.fire('pathway.begin', { operation, element: shape }) },
    });
    const line = shape.waypoints !== undefined;
    const removing = { remove: begin(line ? 'remove-branch' : 'remove', 'Remove', 'bpmn-icon-trash') };
    if (line) return removing;
    const connect = (event: Event): void => this.injector.get('connect').start(event, shape);
    return {
      after: begin('add-step-after', 'Add a step after this', 'bpmn-icon-user-task'),
      question: begin('put-question', 'Ask a question after this', 'bpmn-icon-gateway-xor'),
      reword: begin('rename', 'Reword', 'bpmn-icon-text-annotation'),
      connect: {
        ...{ group: 'connect', className: 'bpmn-icon-connection-multi', title: 'Lead on to' },
        action: { click: connect, dragstart: connect },
      },
      ...removing,
    };
  }
}

/** Takes the place of bpmn-js's own palette and pad. */
export const paletteModule = {
  paletteProvider: ['type', PathwayPalette],
  contextPadProvider: ['type', PathwayPad],
};
