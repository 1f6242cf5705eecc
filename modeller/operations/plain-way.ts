import type { Process } from '#engine/browser';

/** A step or stage with one way in and one way out: its place can be changed. */
export function plain(process: Process, id: string | undefined): boolean {
  const element = process.elements.find((one) => one.id === id);
  return (
    element !== undefined &&
    (element.kind === 'step' || element.kind === 'stage') &&
    process.flows.filter(({ from }) => from === id).length === 1 &&
    process.flows.filter(({ to }) => to === id).length === 1
  );
}
