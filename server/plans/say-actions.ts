import { dayOf, dueSays } from '#engine';
import type { Day, Moment, Version } from '#engine';
import type { LivingPart } from '../store/port.ts';
import type { Row } from '../withholding/index.ts';
import { codeSays, planBlocks, settledAs, textIn } from './blocks.ts';
import { rowsNow, since } from './earlier-parts.ts';
import { ownerNamed, type Owner } from './owners.ts';

const block = planBlocks.actions;

export interface SayingActions {
  version: Version;
  now: Moment;
  parts: readonly LivingPart[];
  owners: readonly Owner[];
  accountName: (id: string) => string;
}

/** An action of the plan, wherever it was agreed. */
export interface SaidAction {
  id: string;
  what: string;
  who: string;
  /** the colleague whose list it is in */
  owner?: Owner;
  agency?: string;
  byWhen?: Day;
  /** how long there is, or how late it is; of what is settled nothing */
  says?: string;
  late: boolean;
  settled: boolean;
  status: string;
  statusSays: string;
  whatHappened?: string;
  /** who said how far it is, and when */
  said?: { by: string; at: Moment };
  record?: string;
}

/** Every action, what is left to do first: the most overdue at the top, then by day; of what is settled the latest first. */
export function sayActions(saying: SayingActions): SaidAction[] {
  const said = rowsNow(saying.parts, block).map((row) => sayAction(saying, row));
  const open = said.filter((one) => !one.settled).toSorted((a, b) => day(a).localeCompare(day(b)));
  const settled = said.filter((one) => one.settled).toSorted((a, b) => at(b).localeCompare(at(a)));
  return [...open, ...settled];
}

const day = ({ byWhen = '9999' }: SaidAction): string => byWhen;
const at = ({ said }: SaidAction): string => said?.at ?? '';

function sayAction(saying: SayingActions, row: Row): SaidAction {
  const { version, owners, now } = saying;
  const who = textIn(row, 'who');
  const owner = ownerNamed(owners, who);
  const status = textIn(row, 'done');
  const settled = settledAs.includes(status);
  const agency = codeSays(version, block, 'agency', row['agency']);
  const last = status ? since(saying.parts, block, row, 'done') : undefined;
  return {
    ...{ id: textIn(row, 'id'), what: textIn(row, 'what'), who, settled, status },
    ...(owner ? { owner } : {}),
    ...(agency ? { agency } : {}),
    ...(settled ? { late: false } : dueIn(version, textIn(row, 'byWhen'), now)),
    ...(textIn(row, 'byWhen') ? { byWhen: textIn(row, 'byWhen') } : {}),
    statusSays: codeSays(version, block, 'done', status) ?? '',
    ...(textIn(row, 'whatHappened') ? { whatHappened: textIn(row, 'whatHappened') } : {}),
    ...(last ? { said: { by: saying.accountName(last.by), at: last.at } } : {}),
  };
}

function dueIn(version: Version, byWhen: string, now: Moment): { says?: string; late: boolean } {
  if (byWhen === '') return { late: false };
  const says = dueSays({ due: byWhen }, { unit: 'calendar-days' }, now, version.calendar);
  return { says, late: byWhen < dayOf(now) };
}
