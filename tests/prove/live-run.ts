import { EventEmitter } from 'node:events';
import { Engine } from 'bpmn-engine';
import { deserialize } from 'moddle-context-serializer';
import type { Question } from '../../engine/contracts/index.ts';
import { noScripts, noTimers, typeResolver } from '../../engine/execution/take-only.ts';
import type { Flat } from './flat-drawing.ts';

interface Item {
  id: string;
  getPostponed(): Item[];
  signal(): void;
}

interface Execution {
  isRunning: boolean;
  getPostponed(): Item[];
  signal(to: { id: string }): void;
  cancelActivity(to: { id: string }): void;
}

/** bpmn-engine running one flat drawing from start to end, never saved and never recovered. */
export class LiveRun {
  readonly #flat: Flat;
  readonly #execution: Execution;
  readonly #ends: string[];

  private constructor(flat: Flat, execution: Execution, ends: string[]) {
    this.#flat = flat;
    this.#execution = execution;
    this.#ends = ends;
  }

  /** Starts; `decide` answers every condition the engine comes to, each time it comes to it. */
  static async start(flat: Flat, decide: (question: Question) => boolean): Promise<LiveRun> {
    const ends: string[] = [];
    const listener = new EventEmitter();
    listener.on('activity.enter', ({ id, type }: { id: string; type: string }) => {
      if (type === 'bpmn:EndEvent') ends.push(id.split('/').at(-1) ?? id);
    });
    const resolveExpression = (expression: string): unknown => {
      const question = flat.questions[expression];
      return question ? decide(question) : expression;
    };
    const engine = new Engine({
      name: 'live',
      sourceContext: deserialize(structuredClone(flat.context), typeResolver),
      expressions: { resolveExpression },
      scripts: noScripts,
      timers: noTimers,
      listener,
    } as never);
    engine.on('error', (error: Error) => {
      throw error;
    });
    const execution = (await engine.execute()) as unknown as Execution;
    const live = new LiveRun(flat, execution, ends);
    for (const path of flat.waitingStarts) live.give(path);
    return live;
  }

  /** Paths of what is waited for; null: ended. */
  open(): string[] | null {
    return this.#execution.isRunning ? [...this.#waiting().keys()].sort() : null;
  }

  /** Ends reached since this was last asked. */
  ends(): string[] {
    return this.#ends.splice(0).sort();
  }

  give(path: string): void {
    const kind = this.#flat.items[path]?.kind;
    if (kind === 'timer') this.#execution.cancelActivity({ id: path });
    else if (kind === 'message') this.#waiting().get(path)?.signal();
    else this.#execution.signal({ id: path });
  }

  #waiting(): Map<string, Item> {
    const all = new Map<string, Item>();
    const collect = (items: Item[]): void => {
      for (const item of items) {
        // a sub-process counts itself among what it waits for
        if (all.has(item.id)) continue;
        all.set(item.id, item);
        collect(item.getPostponed());
      }
    };
    collect(this.#execution.getPostponed());
    return new Map([...all].filter(([id]) => this.#flat.items[id]));
  }
}
