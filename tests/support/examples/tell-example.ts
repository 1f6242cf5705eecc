import {
  becauseOf,
  currentStages,
  dayInWords,
  dayOf,
  elementAt,
  momentInWords,
  optionsOf,
  questionsOf,
  timeOf,
  weekdayInWords,
} from '#engine';
import type { Case, HistoryEntry, Version } from '#engine';
import type { Example, ExampleStep } from '../../../server/examples/index.ts';
import { actorOf, runExample } from '../../../server/examples/index.ts';
import type { Told } from '../../../server/examples/index.ts';
import type { Standing } from '../../../server/examples/index.ts';

/** An example as a story for people: what happens on which day, what opens, when it is due and why. */
export function tellExample(version: Version, example: Example): { text: string; failures: number } {
  const teller = new Teller(version, example);
  const told = runExample(version, example);
  const lines = [`${example.id}  ${example.title}`, '', ...wrap(example.story, ''), ''];
  let before: Case | null = null;
  for (const one of told) {
    lines.push(...teller.tell(one, before), '');
    before = one.standing.kase;
  }
  const later = example.later ?? [];
  if (later.length > 0) lines.push('Left for later:', ...later.flatMap((say) => wrap(say, '  - ')), '');
  const failures = told.flatMap((one) => one.failures).length;
  lines.push(failures === 0 ? `${example.id} holds.` : `${example.id} fails in ${String(failures)} ways.`);
  return { text: lines.join('\n'), failures };
}

class Teller {
  private readonly version: Version;
  private readonly names: Map<string, string>;

  constructor(version: Version, example: Example) {
    this.version = version;
    this.names = new Map(example.children.map(({ id, name }) => [id, name]));
  }

  tell({ step, standing, failures }: Told, before: Case | null): string[] {
    const { kase, outcome } = standing;
    const lines = [`${momentWords(step)} — ${this.who(step)}`, ...wrap(step.say, '  ')];
    if (outcome.kind === 'refused') lines.push(...this.refusal(outcome.message, standing));
    else if (kase) {
      lines.push(...this.opened(kase, before), ...this.closed(outcome.history));
      lines.push(
        ...this.stages(kase, before),
        ...this.facts(outcome.history),
        ...this.moved(outcome.history),
      );
    }
    return [...lines, ...failures.flatMap((failure) => wrap(failure, '  !! '))];
  }

  private who(step: ExampleStep): string {
    const [, id = '', number] = /^(.*?)(?:-(\d+))?$/.exec(actorOf(this.version, step)) ?? [];
    const role = this.version.roles.find((one) => one.id === id)?.name ?? id;
    return number === undefined ? lower(role) : `another ${lower(role)}`;
  }

  private refusal(message: string, { outcome }: Standing): string[] {
    const findings = outcome.kind === 'refused' ? outcome.findings : [];
    const beside = findings.map(({ question, child, message: say }) => {
      const whose = child === undefined ? '' : `, ${this.name(child)}`;
      return `${question ?? ''}${whose}: ${this.inWords(say, child)}`;
    });
    return [...wrap(`Refused: ${message}`, '  ✗ '), ...beside.flatMap((say) => wrap(say, '      '))];
  }

  private opened(kase: Case, before: Case | null): string[] {
    return kase.tasks.flatMap((task) => {
      const was = before?.tasks.find((one) => one.id === task.id);
      const fresh = task.children.filter((child) => !was?.children.includes(child));
      if (fresh.length === 0) return [];
      const step = this.stepName(task.step);
      const line = `  → opens: ${step} (${lower(this.roleName(task.role))}), for ${this.all(fresh)}`;
      const dues = task.due.filter(({ child }) => fresh.includes(child));
      return [line, ...this.dues(dues)];
    });
  }

  private dues(dues: Case['tasks'][number]['due']): string[] {
    const lines = new Map<string, string[]>();
    for (const { child, on, timescale, from } of dues) {
      const scale = this.version.timescales.find((one) => one.id === timescale);
      const fact = this.version.facts.find((one) => one.id === scale?.from)?.name ?? '';
      const why = scale ? becauseOf(scale, { from }, fact) : timescale;
      const line = `due ${momentInWords(on)} — ${scale?.name ?? timescale}: ${why}`;
      lines.set(line, [...(lines.get(line) ?? []), child]);
    }
    return [...lines.keys()].flatMap((line) => wrap(line, '      '));
  }

  private closed(history: HistoryEntry[]): string[] {
    return history
      .filter((entry) => entry.kind === 'task-closed')
      .map(
        ({ about, children }) =>
          `  × closes: ${this.stepName(String(about['step']))}, for ${this.all(children)}`,
      );
  }

  private stages(kase: Case, before: Case | null): string[] {
    return kase.children.flatMap(({ id }) => {
      const [now] = currentStages(this.version, kase, id);
      const [was] = before?.children.some((one) => one.id === id)
        ? currentStages(this.version, before, id)
        : [];
      if (now === was) return [];
      return now
        ? [`  ${this.name(id)} is now in the stage “${this.stepName(now)}”`]
        : [`  ${this.name(id)}’s way through the pathway has ended`];
    });
  }

  private facts(history: HistoryEntry[]): string[] {
    const lines = new Map<string, string[]>();
    for (const { kind, about, children } of history) {
      if (kind !== 'fact-recorded' && kind !== 'fact-withdrawn') continue;
      const fact = this.version.facts.find((one) => one.id === about['fact']);
      if (!fact || fact.quiet) continue;
      const on = String(about['on']);
      const day = on.includes('T') ? `${dayInWords(dayOf(on))}, ${timeOf(on)}` : dayInWords(on);
      const value =
        about['value'] === undefined
          ? ''
          : ` (${this.valueName(String(about['fact']), String(about['value']))})`;
      const line = `${kind === 'fact-recorded' ? 'known' : 'no longer known'}: ${fact.name}, ${day}${value}`;
      lines.set(line, [...(lines.get(line) ?? []), ...children]);
    }
    return [...lines].map(([line, children]) => `  · ${line} — ${this.all(children)}`);
  }

  private moved(history: HistoryEntry[]): string[] {
    return history
      .filter(
        (entry) => entry.kind === 'clock-moved' || (entry.kind === 'clock-stopped' && entry.about['late']),
      )
      .map(({ kind, about, children }) => {
        const name = this.version.timescales.find((one) => one.id === about['timescale'])?.name ?? '';
        const due = momentInWords(String(about['due']));
        return kind === 'clock-moved'
          ? `  ↷ moved: ${name} was due ${momentInWords(String(about['before']))}, and now ${due} — ${this.all(children)}`
          : `  ! late: ${name} was due ${due} — ${this.all(children)}`;
      });
  }

  /** The label that the form gives to the answer kept with a fact. */
  private valueName(fact: string, value: string): string {
    const labels = Object.values(this.version.forms).flatMap((form) =>
      form.facts
        .filter((one) => one.fact === fact && one.value)
        .flatMap((one) => questionsOf(form).filter((question) => question.id === one.value))
        .flatMap((question) => optionsOf(question, this.version.dictionary))
        .filter((option) => option.value === value),
    );
    return labels[0]?.label ?? value;
  }

  private stepName(id: string): string {
    return elementAt(this.version.pathway, id)?.name ?? id;
  }

  private roleName(id: string): string {
    return this.version.roles.find((one) => one.id === id)?.name ?? id;
  }

  private name(child: string): string {
    return this.names.get(child) ?? child;
  }

  private all(children: string[]): string {
    const names = [...new Set(children)].map((child) => this.name(child));
    return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
  }

  private inWords(say: string, child: string | undefined): string {
    return say.replaceAll('[child]', child === undefined ? 'the child' : this.name(child));
  }
}

function momentWords({ at }: ExampleStep): string {
  return `${weekdayInWords(at.slice(0, 10))}, ${at.slice(11) || '09:00'}`;
}

const lower = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

/** Lines of at most 96 characters, each further one indented as deep as the first. */
function wrap(text: string, indent: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line && `${line} ${word}`.length > 96 - indent.length) {
      lines.push(line);
      line = word;
    } else line = line ? `${line} ${word}` : word;
  }
  const further = ' '.repeat(indent.length);
  return [...lines, line].map((one, at) => `${at === 0 ? indent : further}${one}`);
}
