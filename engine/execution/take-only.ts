import * as elements from 'bpmn-elements';
import { TypeResolver } from 'moddle-context-serializer';

/**
 * A sequence flow that is taken or nothing. The stock flow also sends "discards" down the branches not taken;
 * they lie in queues as residue and are counted by parallel joins, so that a join may let go early
 * (bpmn-engine#200). Without them a join means what BPMN says.
 */
export class TakeOnly extends elements.SequenceFlow {
  override discard(): void {
    /* a branch not taken is not told */
  }
}

/** Gives every type of BPMN element its behaviour: those of bpmn-elements, with flows that are only taken. */
export const typeResolver = TypeResolver({ ...elements, SequenceFlow: TakeOnly });

/** Scripts are code run in the host: none is ever registered or found. */
export const noScripts = { register: () => undefined, getScript: () => undefined };

/** Clocks only wait: no timer is armed; the host says when a stored date has passed. */
export const noTimers = {
  executing: [],
  register: () => ({ setTimeout: () => ({}), clearTimeout: () => undefined }),
  setTimeout: () => ({}),
  clearTimeout: () => undefined,
};

/** What a timer is told to wait, so that it waits at all; nothing reads it. */
export const forever = 'P100Y';
