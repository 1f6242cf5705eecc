import { Context, Definition, Environment } from 'bpmn-elements';
import { deserialize } from 'moddle-context-serializer';
import type { OpenItem, Question } from '../contracts/index.ts';
import { Implied } from './implied.ts';
import { hiddenTokens, openItems, placeKey } from './place.ts';
import type { SavedState } from './place.ts';
import type { Sheet } from './sheets.ts';
import { noScripts, noTimers, typeResolver } from './take-only.ts';

/** What one run of the engine came to: from a place (or the start), with one input and given answers. */
export interface Ran {
  /** null: the process ended */
  place: { key: string; open: OpenItem[]; state: string; hidden: string[] } | null;
  /** questions met, in order, with the answers used; those already implied by earlier answers are left out */
  asked: { question: Question; answer: boolean }[];
  /** nodes entered and ways taken out of questions, in order */
  reached: string[];
  /** why the engine gave up, if it did */
  failure?: string;
}

/** More flows than this taken in one run is a loop that waits for nobody. */
const mostFlows = 200;

/** Runs a sheet's engine, again and again, each time from a saved state. */
export class Runner {
  readonly #sheet: Sheet;
  readonly #context;

  constructor(sheet: Sheet) {
    this.#sheet = sheet;
    this.#context = deserialize(sheet.context, typeResolver);
  }

  /**
   * `from`: state of a place, null for the start. `input`: key of the place's `next`. `script`: answers to the
   * questions met, in order; beyond it every answer is yes.
   */
  run(from: string | null, input: string | null, script: boolean[]): Ran {
    const ran: Ran = { place: null, asked: [], reached: [] };
    const definition = this.#definition(ran, script);
    try {
      if (from === null) this.#start(definition, ran);
      else this.#resume(definition, from, input ?? '', ran);
    } catch (error) {
      return { ...ran, failure: firstLine(error) };
    }
    if (definition.isRunning) ran.place = this.#place(definition);
    return ran;
  }

  #definition(ran: Ran, script: boolean[]): Definition {
    const implied = new Implied();
    const resolveExpression = (expression: string): unknown => {
      const question = this.#sheet.questions[expression];
      if (!question) return expression;
      const known = implied.says(question.condition);
      if (known !== undefined) return known;
      const answer = script[ran.asked.length] ?? true;
      implied.learn(question.condition, answer);
      ran.asked.push({ question, answer });
      return answer;
    };
    const environment = new Environment({
      expressions: { resolveExpression },
      scripts: noScripts,
      timers: noTimers,
      settings: { disableTrackState: true },
    } as never);
    return new Definition(Context(this.#context, environment));
  }

  #start(definition: Definition, ran: Ran): void {
    this.#record(definition, ran);
    definition.run();
    // the start event of a strand waits for the message that has just come
    for (const id of this.#sheet.waitingStarts) {
      const item = this.#sheet.items[id];
      if (item && definition.isRunning) give(definition, item);
    }
  }

  #resume(definition: Definition, from: string, input: string, ran: Ran): void {
    definition.recover(JSON.parse(from));
    definition.resume();
    this.#record(definition, ran);
    const item = this.#sheet.items[input.slice(input.indexOf(':') + 1)];
    if (!item) throw new Error(`${input} is no input of ${this.#sheet.process}`);
    give(definition, item);
  }

  #record(definition: Definition, ran: Ran): void {
    const { starts, boundaries, ways } = this.#sheet;
    const silent = new Set([...starts, ...boundaries]);
    const told = new Set(ways);
    let flows = 0;
    const options = { noAck: true };
    definition.broker.subscribeTmp(
      'event',
      'activity.enter',
      (_key, { content }) => {
        if (!silent.has(content.id)) ran.reached.push(content.id);
      },
      options,
    );
    definition.broker.subscribeTmp(
      'event',
      'flow.take',
      (_key, { content }) => {
        flows += 1;
        if (flows > mostFlows) throw new Error('it goes round and round without waiting for anybody');
        if (told.has(content.id)) ran.reached.push(content.id);
      },
      options,
    );
  }

  #place(definition: Definition): Ran['place'] {
    const saved = definition.getState() as unknown as SavedState;
    return {
      key: placeKey(saved),
      open: openItems(saved, this.#sheet),
      hidden: hiddenTokens(saved, this.#sheet),
      state: JSON.stringify(saved),
    };
  }
}

/** Gives a running definition what one of its items waits for. */
function give(definition: Definition, { id, kind }: OpenItem): void {
  if (kind === 'timer') definition.cancelActivity({ id });
  else if (kind === 'message')
    definition
      .getPostponed()
      .find((item) => item.id === id)
      ?.signal();
  else definition.signal({ id });
}

const firstLine = (error: unknown): string => String((error as Error).message ?? error).split('\n')[0] ?? '';
