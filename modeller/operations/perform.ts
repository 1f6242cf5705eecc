import type { CommandStack, Editor } from '../diagram/shapes.ts';
import type { Answers, Hand, Operation, Target } from './operation.ts';

/** One operation is one step of the history, however much it draws. */
class Perform {
  preExecute(context: { act: () => void }): void {
    context.act();
  }
}

/** A module of bpmn-js: the command 'pathway.perform'. */
export const performModule = {
  __init__: ['performing'],
  performing: ['type', Performing],
};

function Performing(commandStack: CommandStack): void {
  commandStack.registerHandler('pathway.perform', Perform);
}
Performing.$inject = ['commandStack'];

/** Does an operation as one command, and gives the id of what to look at next. */
export function perform(
  operation: Operation,
  hand: Hand,
  target: Target,
  answers: Answers,
): string | undefined {
  let next: string | undefined;
  run(hand.editor, () => {
    next = operation.run(hand, target, answers);
  });
  return next;
}

const run = (editor: Editor, act: () => void): void =>
  editor.get('commandStack').execute('pathway.perform', { act });
