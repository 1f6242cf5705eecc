import { EventEmitter } from 'node:events';
import { Engine } from 'bpmn-engine';
import type { BpmnEngineExecutionState } from 'bpmn-engine';
import { deserialize } from 'moddle-context-serializer';
import type { Input, Question } from '../../engine/contracts/index.ts';
import { TakeOnly, noScripts, noTimers, typeResolver } from '../../engine/execution/take-only.ts';
import type { Flat } from '../prove/flat-drawing.ts';

type Decide = (question: Question) => boolean;

interface Item {
  id: string;
  getPostponed(): Item[];
  signal(): void;
}

interface Execution {
  getPostponed(): Item[];
  signal(to: { id: string }): void;
  cancelActivity(to: { id: string }): void;
}

/** bpmn-engine as its manual uses it for work that lasts: a saved state, recovered for every step and saved again. */
export class PlainEngine {
  readonly #flat: Flat;
  readonly #context: ReturnType<typeof deserialize>;

  constructor(flat: Flat) {
    this.#flat = flat;
    this.#context = deserialize(structuredClone(flat.context), typeResolver);
  }

  async start(decide: Decide): Promise<BpmnEngineExecutionState> {
    const engine = this.#engine(decide);
    await engine.execute();
    return engine.getState();
  }

  /** One step: recover, resume, give the input, save. */
  async step(
    saved: BpmnEngineExecutionState,
    { kind, path }: Input,
    decide: Decide,
  ): Promise<BpmnEngineExecutionState> {
    const engine = this.#engine(decide).recover(saved);
    const execution = (await engine.resume()) as unknown as Execution;
    if (kind === 'clock') execution.cancelActivity({ id: path });
    else if (kind === 'message') itemAt(execution, path)?.signal();
    else execution.signal({ id: path });
    return engine.getState();
  }

  /** What the saved state waits for, in order. */
  async open(saved: BpmnEngineExecutionState): Promise<string[]> {
    const engine = this.#engine(() => false).recover(saved);
    const execution = (await engine.resume()) as unknown as Execution;
    return [...itemsOf(execution).keys()].filter((path) => this.#flat.items[path]).sort();
  }

  #engine(decide: Decide): Engine {
    const resolveExpression = (expression: string): unknown => {
      const question = this.#flat.questions[expression];
      return question ? decide(question) : expression;
    };
    const engine = new Engine({
      name: 'plain',
      sourceContext: this.#context,
      elements: { SequenceFlow: TakeOnly },
      expressions: { resolveExpression },
      scripts: noScripts,
      timers: noTimers,
      listener: new EventEmitter(),
    } as never);
    engine.on('error', (error: Error) => {
      throw error;
    });
    return engine;
  }
}

function itemAt(execution: Execution, path: string): Item | undefined {
  return itemsOf(execution).get(path);
}

function itemsOf(execution: Execution): Map<string, Item> {
  const all = new Map<string, Item>();
  const collect = (items: Item[]): void => {
    for (const item of items) {
      if (all.has(item.id)) continue;
      all.set(item.id, item);
      collect(item.getPostponed());
    }
  };
  collect(execution.getPostponed());
  return all;
}
