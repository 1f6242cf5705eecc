import type { Finding, Timescale } from '../../contracts/index.ts';
import { inWords } from '../../pathway/describe-timescale.ts';
import type { Aim } from '../aim.ts';
import { listed } from '../drawn.ts';

/** Says what the plan does with clocks: which begin anew, which are new, shorter or gone for cases already open. */
export function clocksAreNamed({ plan, from, to }: Aim): Finding[] {
  const say = (level: Finding['level'], message: string): Finding => ({
    ...{ check: 'clocks-are-named', level, message },
  });
  const before = new Map(from.timescales.map((timescale) => [timescale.id, timescale]));
  const after = new Map(to.timescales.map((timescale) => [timescale.id, timescale]));
  const law = to.timescales.filter(({ local }) => !local);
  const added = to.timescales.filter(({ id }) => !before.has(id));
  const gone = from.timescales.filter(({ id }) => !after.has(id));
  const shorter = to.timescales.filter((timescale) => isShorter(before.get(timescale.id), timescale));
  const names = (all: Timescale[]): string => listed(all.map(({ name, id }) => `“${name || id}”`));
  return [
    ...(plan.clocks === 'keep' || plan.clocks === 'restart'
      ? []
      : [say('error', 'Say whether running clocks keep the day they count from, or begin anew.')]),
    ...(plan.clocks === 'restart' && law.length > 0
      ? [say('advice', `Limits of the law do not begin anew with a move: ${names(law)}.`)]
      : []),
    ...(added.length > 0 && plan.clocks === 'keep'
      ? [
          say(
            'advice',
            `New clocks count from days that are past for open cases, and may be late at once: ${names(added)}.`,
          ),
        ]
      : []),
    ...shorter.map((timescale) =>
      say(
        'advice',
        `${names([timescale])} is shorter than before (${inWords(timescale, to.facts)}): due dates of open cases come forward.`,
      ),
    ),
    ...(gone.length > 0 ? [say('advice', `Clocks that are no longer counted: ${names(gone)}.`)] : []),
  ];
}

function isShorter(before: Timescale | undefined, after: Timescale): boolean {
  return (
    before !== undefined && before.unit === after.unit && Math.abs(after.length) < Math.abs(before.length)
  );
}
