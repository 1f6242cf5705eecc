import type { Shape } from './shapes.ts';

/** What a drawn thing is in the model: a label is its owner, a pool its process. */
export function modelId(shape: Shape): string {
  const owner = shape.labelTarget ?? shape;
  const process = owner.businessObject.get('processRef') as { id?: string } | undefined;
  return process?.id ?? owner.businessObject.id;
}
