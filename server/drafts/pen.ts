import type { Moment } from '#engine';
import { accountNames, accountOf, allAccounts, defaultRights } from '../access/index.ts';
import type { Account } from '../access/index.ts';
import { refuse } from '../errors.ts';
import type { Host } from '../host.ts';
import type { Named } from '../store/port.ts';
import { changeDraft } from './draft.ts';
import type { DraftBody } from './draft.ts';

/** The pen of a draft, as one person sees it. */
export interface Pen {
  holder?: Named;
  since?: Moment;
  mine: boolean;
  /** somebody took it from this person without being given it */
  takenFromMe?: { by: string; at: Moment };
}

export async function penOf(host: Host, { pen, before }: DraftBody, me: string): Promise<Pen> {
  const names = await accountNames(host.store, [pen?.holder, before?.takenBy]);
  const name = (id: string): string => names.get(id) ?? 'Somebody who left';
  const taken = before?.takenBy !== undefined && before.holder === me && pen?.holder !== me;
  return {
    ...(pen ? { holder: { id: pen.holder, name: name(pen.holder) }, since: pen.since } : {}),
    mine: pen?.holder === me,
    ...(taken ? { takenFromMe: { by: name(before.takenBy ?? ''), at: before.until } } : {}),
  };
}

/** Everyone who may hold a pen, by name. */
export async function penHolders(host: Host): Promise<Named[]> {
  return (await allAccounts(host.store))
    .filter((account) => !account.disabled && mayRedraw(account))
    .map(({ id, displayName }) => ({ id, name: displayName }));
}

const mayRedraw = ({ roles }: Account): boolean =>
  roles.some((role) => defaultRights.get(role)?.reach['redraw-pathway'] !== undefined);

export interface PenMove {
  draft: string;
  by: string;
  /** 'me', 'nobody', or the account it is handed to */
  to: string;
  commandId: string;
}

/**
 * Takes the pen, lays it down or hands it over. A pen that somebody holds may be taken too; they are told. Only who
 * holds it lays it down or hands it over.
 */
export async function movePen(host: Host, move: PenMove): Promise<DraftBody> {
  const { by, to, commandId } = move;
  if (to !== 'me' && to !== 'nobody') await refuseStranger(host, to);
  const at = host.clock.now();
  return changeDraft(host, move.draft, (draft) => {
    const { pen, before: _before, ...rest } = draft;
    if (draft.penCommand === commandId) return draft;
    const holder = to === 'me' ? by : to;
    if (pen?.holder === holder) return draft;
    if (to !== 'me' && pen?.holder !== by) {
      refuse(409, 'pen', 'You do not hold the pen of this draft, so it is not yours to give.');
    }
    const taken = pen !== undefined && pen.holder !== by ? { takenBy: by } : {};
    return {
      ...rest,
      ...(pen ? { before: { holder: pen.holder, until: at, ...taken } } : {}),
      ...(to === 'nobody' ? {} : { pen: { holder, since: at } }),
      penCommand: commandId,
    };
  });
}

async function refuseStranger(host: Host, id: string): Promise<void> {
  const account = (await accountOf(host.store, id))?.body;
  if (!account || account.disabled || !mayRedraw(account)) {
    refuse(422, 'not-in-the-group', 'Choose somebody of the working group: this person may not hold a pen.');
  }
}
