import type { Editor, Node, Shape } from '../diagram/shapes.ts';

const language = 'https://www.omg.org/spec/DMN/20191111/FEEL/';

/** Says when a line is taken; '' for always. */
export function takeWhen(editor: Editor, line: Shape, condition: string): void {
  editor.get('modeling').updateProperties(line, {
    conditionExpression: condition === '' ? undefined : expression(editor, line, condition),
  });
}

function expression(editor: Editor, line: Shape, body: string): Node {
  const made = editor.get('bpmnFactory').create('bpmn:FormalExpression', { body, language });
  made.$parent = line.businessObject;
  return made;
}

/** Takes a line when no other answer fits: it needs no condition then. */
export function takeOtherwise(editor: Editor, line: Shape): void {
  if (!line.source) return;
  editor.get('modeling').updateProperties(line.source, { default: line.businessObject });
  takeWhen(editor, line, '');
}
