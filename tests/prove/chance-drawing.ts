import type { Random } from './random.ts';

/** Where the next flow leaves from, and by which arrow. */
interface Exit {
  node: string;
  arrow: string;
}

/**
 * A sound drawing by chance, in the notation of `drawing`: blocks in sequence, each entered once and left once, of every
 * kind that a pathway may use. `depth` bounds how far blocks lie in one another.
 */
export function chanceDrawing(random: Random, depth: number): Record<string, string> {
  return new ChanceDrawing(random).draw(depth);
}

class ChanceDrawing {
  readonly #random: Random;
  readonly #processes: Record<string, string[]> = {};
  readonly #called: string[] = [];
  #lines: string[] = [];
  #ids = 0;

  constructor(random: Random) {
    this.#random = random;
  }

  draw(depth: number): Record<string, string> {
    for (const id of ['called-a', 'called-b']) {
      this.#process(id, 1);
      this.#called.push(id);
    }
    this.#process('main', depth);
    const { main = [], ...others } = this.#processes;
    const text = (lines: string[]): string => lines.join('\n');
    return {
      main: text(main),
      ...Object.fromEntries(Object.entries(others).map(([id, lines]) => [id, text(lines)])),
    };
  }

  /** A process of its own: start, blocks, end; sometimes with endless work beside them that a terminate end closes. */
  #process(id: string, depth: number): void {
    const outer = this.#lines;
    this.#lines = [];
    let exit: Exit = { node: `(${this.#id('start')})`, arrow: '->' };
    const endless = this.#random.below(4) === 0;
    if (endless) {
      const fork = `|${this.#id('fork')}|`;
      const merge = `<${this.#id('round')}>`;
      this.#flow(exit, fork);
      this.#flow({ node: fork, arrow: '->' }, merge);
      this.#lines.push(`${merge} -> ${this.#id('work')} -> ${merge}`);
      exit = { node: fork, arrow: '->' };
    }
    this.#flow(this.#blocks(exit, depth), `(${endless ? '!' : ''}${this.#id('end')})`);
    this.#processes[id] = this.#lines;
    this.#lines = outer;
  }

  #blocks(from: Exit, depth: number): Exit {
    let exit = from;
    for (let count = 1 + this.#random.below(3); count > 0; count -= 1) exit = this.#block(exit, depth);
    return exit;
  }

  #block(from: Exit, depth: number): Exit {
    const simple = [this.#step, this.#step, this.#call, this.#wait, this.#cutShort];
    const nested = [this.#question, this.#fork, this.#loop, this.#stage];
    return this.#random
      .pick(depth > 0 ? [...simple, ...nested, ...nested] : simple)
      .call(this, from, depth - 1);
  }

  #step(from: Exit): Exit {
    return this.#flow(from, this.#id('step'));
  }

  #call(from: Exit): Exit {
    if (this.#called.length === 0) return this.#step(from);
    return this.#flow(from, `{${this.#id('call')}=${this.#random.pick(this.#called)}}`);
  }

  #wait(from: Exit): Exit {
    const wait = `<?${this.#id('wait')}>`;
    const merge = `<${this.#id('merge')}>`;
    this.#flow(from, wait);
    this.#lines.push(`${wait} -> ~${this.#id('clock')} -> ${merge}`);
    this.#lines.push(`${wait} -> @${this.#id('catch')} "sooner" -> ${this.#id('early')} -> ${merge}`);
    return { node: merge, arrow: '->' };
  }

  /** A step or stage with an event on its border, whose way comes back to the main one. */
  #cutShort(from: Exit, depth: number): Exit {
    const host = this.#random.pick([this.#step, this.#call, this.#stage]).call(this, from, depth);
    const merge = `<${this.#id('merge')}>`;
    const bare = host.node.replace(/^[[{]|[\]}]$|=.*$/g, '');
    const border = this.#random.pick([`@${this.#id('border')} "cut short"`, `~${this.#id('border')}`]);
    this.#flow(host, merge);
    const after: Exit = { node: `${bare}^${border}`, arrow: '->' };
    this.#flow(this.#random.below(2) === 0 ? after : this.#step(after), merge);
    return { node: merge, arrow: '->' };
  }

  #question(from: Exit, depth: number): Exit {
    const question = `<${this.#id('question')}>`;
    const merge = `<${this.#id('merge')}>`;
    this.#flow(from, question);
    for (let ways = 1 + this.#random.below(3); ways > 0; ways -= 1) {
      this.#flow(this.#blocks({ node: question, arrow: `-[${this.#condition()}]->` }, depth), merge);
    }
    const otherwise: Exit = { node: question, arrow: '=>' };
    this.#flow(this.#random.below(2) === 0 ? otherwise : this.#blocks(otherwise, depth), merge);
    return { node: merge, arrow: '->' };
  }

  #fork(from: Exit, depth: number): Exit {
    const fork = `|${this.#id('fork')}|`;
    const join = `|${this.#id('join')}|`;
    this.#flow(from, fork);
    for (let branches = 2; branches > 0; branches -= 1) {
      this.#flow(this.#blocks({ node: fork, arrow: '->' }, Math.min(depth, 0)), join);
    }
    return { node: join, arrow: '->' };
  }

  #loop(from: Exit, depth: number): Exit {
    const merge = `<${this.#id('merge')}>`;
    const question = `<${this.#id('again')}>`;
    this.#flow(from, merge);
    this.#flow(this.#blocks(this.#step({ node: merge, arrow: '->' }), depth), question);
    this.#flow({ node: question, arrow: `-[${this.#condition()}]->` }, merge);
    return { node: question, arrow: '=>' };
  }

  #stage(from: Exit, depth: number): Exit {
    const id = this.#id('stage');
    this.#process(id, Math.max(depth, 0));
    return this.#flow(from, `[${id}]`);
  }

  #condition(): string {
    const term = this.#random.pick(['way', 'plan', 'risk']);
    return this.#random.pick([
      `${term} = "a"`,
      `${term} = "b"`,
      `${term} in ("a", "c")`,
      `${term} != "b"`,
      `not(${term} = "c")`,
      `${term} = "a" or ${term} = "b"`,
    ]);
  }

  #flow(from: Exit, to: string): Exit {
    this.#lines.push(`${from.node} ${from.arrow} ${to}`);
    return { node: to, arrow: '->' };
  }

  #id(word: string): string {
    this.#ids += 1;
    return `${word}-${this.#ids}`;
  }
}
