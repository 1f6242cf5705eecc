import type { Editor, Node, Shape } from '../diagram/shapes.ts';
import { idFor } from './ids.ts';

/** What an event waits for or does, as BPMN keeps it. */
export const messageEvent = (editor: Editor, name: string): Node =>
  editor.get('bpmnFactory').create('bpmn:MessageEventDefinition', { messageRef: messageNamed(editor, name) });

export const timerEvent = (editor: Editor): Node =>
  editor.get('bpmnFactory').create('bpmn:TimerEventDefinition');

export const endingAll = (editor: Editor): Node =>
  editor.get('bpmnFactory').create('bpmn:TerminateEventDefinition');

/** The news of that name: known to the drawing already, or new to it. */
export function messageNamed(editor: Editor, name: string): Node {
  const known = rootsOf(editor).find(
    (root) => root.$type === 'bpmn:Message' && (root.get('name') as string | undefined) === name,
  );
  return (
    known ?? editor.get('bpmnFactory').create('bpmn:Message', { id: idFor(editor, `message-${name}`), name })
  );
}

/** Lets an event wait for other news; news that the drawing did not know is added to it. */
export function awaitNews(editor: Editor, event: Shape, name: string): void {
  const message = messageNamed(editor, name);
  const modeling = editor.get('modeling');
  const definitions = editor.getDefinitions();
  if (!rootsOf(editor).includes(message)) {
    message.$parent = definitions;
    modeling.updateModdleProperties(event, definitions, { rootElements: [...rootsOf(editor), message] });
  }
  const [waits] = event.businessObject.get('eventDefinitions') as Node[];
  if (waits) modeling.updateModdleProperties(event, waits, { messageRef: message });
}

/** Lets an end be plain, or end everything that is open with it. */
export function endAll(editor: Editor, end: Shape, all: boolean): void {
  const definition = all ? endingAll(editor) : undefined;
  if (definition) definition.$parent = end.businessObject;
  editor.get('modeling').updateProperties(end, { eventDefinitions: definition ? [definition] : [] });
}

const rootsOf = (editor: Editor): Node[] => editor.getDefinitions().get('rootElements') as Node[];
