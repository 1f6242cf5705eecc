import told from '../../../processes/child-protection/measures.json' with { type: 'json' };
import { correctRecord, dayOf, journeysAfter, moveCase, signPlan } from '#engine';
import type {
  Case,
  CaseChange,
  CaseRecord,
  HistoryEntry,
  Journey,
  JourneyChange,
  SignedPlan,
  Version,
} from '#engine';
import { caseloadOf, chanceFor, walkFamily, type Walked } from '../../../server/demo/index.ts';
import { mergeRows } from '../../../server/cases/merge-rows.ts';
import { moveOn } from '../../states/moves-on.ts';
import { beforeVersion, shippedVersion } from '../../support/shipped-version.ts';
import type { Beside } from './counting.ts';

type Row = Record<string, unknown>;

/** Families walked on the engine itself: what is stored of them, and what history does not say, noted as it was done. */
export interface MadeCaseload {
  version: Version;
  journeys: Journey[];
  histories: HistoryEntry[][];
  beside: Beside;
  moved: number;
  corrected: number;
}

/** Half of the families begin on the pathway before, and every third of those moves on to the one of now. */
export async function madeCaseload(
  referrals: number,
  until: string,
  from: string,
  to: string,
): Promise<MadeCaseload> {
  const [before, now] = [await beforeVersion(), await shippedVersion()];
  const made = new Made(now);
  let plan: SignedPlan | undefined;
  let number = 0;
  let referred = 0;
  for (const family of caseloadOf('small', {
    ...{ calendar: now.calendar, seed: 20, from, to },
    referrals: Math.round(referrals * 1.4),
  })) {
    number += 1;
    const walker = {
      version: number % 2 === 0 ? before : now,
      chance: chanceFor(20, family.family.id),
      until,
      staffFor: (role: string) => role,
    };
    const kept = made.family(number);
    const walk = walkFamily(walker, family);
    let left = number % 6 === 0 ? 9 : -99;
    // most stay where they are after some weeks, which is open and late work as well, and keeps the test short
    let most = number % 24 === 3 || number % 24 === 8 ? 400 : number % 6 === 0 ? 30 : 10;
    for (let next = walk.next(); !next.done && most > 0; most -= 1) {
      let kase = kept.keep(walker.version, next.value);
      if (number % 12 === 3 || number % 12 === 7) kase = kept.correct(walker.version, next.value);
      left -= 1;
      if (left <= 0 && left > -20 && walker.version === before && kase.tasks.length > 0) {
        plan ??= signPlan(moveOn(before, now, [kase]).plan, { by: 'eve', now: next.value.act.now });
        const act = { by: 'eve', now: next.value.act.now, commandId: 'moves' };
        const moved = moveCase(plan, before, now, kase, act);
        // a step that goes on with the form it began with is written there, as a walk on one version can't
        if (moved.kind === 'done' && moved.case.tasks.every((task) => task.version === undefined)) {
          walker.version = now;
          kase = kept.put(now, moved, act.now);
          made.moved += 1;
        }
      }
      next = walk.next(kase);
    }
    referred += kept.done();
    if (referred >= referrals) return made.all();
  }
  throw new Error(`only ${String(referred)} were referred`);
}

class Made {
  moved = 0;
  corrected = 0;
  readonly journeys: Journey[] = [];
  readonly histories: HistoryEntry[][] = [];
  readonly scales = new Map<string, { on: string; count: number }[]>();
  readonly actions = new Map<string, { on: string; open: string[] }[]>();
  readonly holders = new Map<string, { worker?: string; from: string }[]>();
  readonly people = new Map<string, { born?: string; expected?: string }>();
  private readonly version: Version;

  constructor(version: Version) {
    this.version = version;
  }

  family(number: number): MadeFamilyKept {
    return new MadeFamilyKept(this, number);
  }

  all(): MadeCaseload {
    const { version, journeys, histories, moved, corrected } = this;
    return {
      ...{ version, journeys, histories, moved, corrected },
      beside: {
        born: (child) => this.people.get(child)?.born,
        expected: (child) => this.people.get(child)?.expected,
        held: (episode) => this.holders.get(episode) ?? [],
        scales: (episode) => this.scales.get(episode) ?? [],
        actions: (episode) => this.actions.get(episode) ?? [],
      },
    };
  }
}

/** One family as the host keeps it: its history, its living documents, and who holds it. */
class MadeFamilyKept {
  private readonly made: Made;
  private readonly number: number;
  private readonly history: HistoryEntry[] = [];
  private readonly parts = new Map<string, Record<string, Row[]>>();
  private journeys: Journey[] = [];
  private commands = 0;
  private isCorrected = false;
  private kase: Case | undefined;
  private waiting: JourneyChange | undefined;
  /** episodes that ended with an earlier command */
  private readonly ended = new Set<string>();

  constructor(made: Made, number: number) {
    this.made = made;
    this.number = number;
  }

  keep(version: Version, { act, change }: Walked): Case {
    return this.put(version, change, act.now);
  }

  put(version: Version, change: CaseChange, at: string): Case {
    const { case: kase, history, record, blocks } = change;
    this.commands += 1;
    this.history.push(...history);
    const touched = new Set(blocks.map((one) => one.part));
    for (const { part, block, rows } of blocks) {
      const there = (this.parts.get(part) ?? {})[block] ?? [];
      const [known, plain] = [rows.filter(hasId), rows.filter((row) => !hasId(row))];
      const merged = mergeRows(
        there,
        known.map((row) => ({ row: row as Row })),
      ).rows;
      this.parts.set(part, { ...this.parts.get(part), [block]: [...merged, ...(plain as Row[])] });
    }
    const begins = history.some(({ kind }) => kind === 'episode-opened');
    const parts = [...this.parts].flatMap(([part, own]) =>
      begins || touched.has(part) ? [{ part, blocks: own, at }] : [],
    );
    const held = this.holder();
    const isNew = held.worker !== this.waiting?.held.worker;
    if (isNew || begins || version !== this.waiting?.version) this.fold();
    const {
      history: earlier,
      records,
      parts: others,
    } = this.waiting ?? { history: [], records: [], parts: [] };
    this.waiting = {
      ...{
        version,
        case: kase,
        held,
        tallies: told.tallies,
        standing: told.standing,
        history: [...earlier, ...history],
      },
      ...{ records: record ? [...records, record] : records, parts: [...others, ...parts] },
    };
    if (isNew) this.fold();
    this.kase = kase;
    this.note(kase, held.worker, dayOf(at), parts.length > 0);
    for (const { id, closed } of kase.children.flatMap((one) => one.episodes)) if (closed) this.ended.add(id);
    return kase;
  }

  /** Commands in a row make the same journeys one by one and all at once, while one worker holds the family. */
  private fold(): void {
    if (!this.waiting) return;
    if (this.waiting.history.length > 0) this.journeys = journeysAfter(this.journeys, this.waiting);
    this.waiting = { ...this.waiting, history: [], records: [], parts: [] };
  }

  /** The day of a meeting was written wrong: a day earlier is right. */
  correct(version: Version, { act, change }: Walked): Case {
    const { record, case: kase } = change;
    const held = record?.answers.answers['heldOn'];
    if (this.isCorrected || !record || typeof held !== 'string') return kase;
    const outcome = correctRecord(version, kase, {
      ...act,
      commandId: 'corrects',
      record: record as CaseRecord,
      question: 'heldOn',
      value: dayBefore(held),
      reason: 'Written wrong.',
    });
    if (outcome.kind === 'refused') return kase;
    this.isCorrected = true;
    this.made.corrected += 1;
    return this.put(version, outcome, act.now);
  }

  /** Says how many children were referred, each time counted. */
  done(): number {
    this.fold();
    this.made.histories.push(this.history);
    this.made.journeys.push(...this.journeys);
    for (const { id, born, expected } of this.kase?.children ?? []) {
      this.made.people.set(id, { ...(born ? { born } : {}), ...(expected ? { expected } : {}) });
    }
    return this.history.filter(
      ({ kind, about }) => kind === 'fact-recorded' && about['fact'] === 'referral-received',
    ).length;
  }

  /** Nobody at first, then a worker, and for some families another one later. */
  private holder(): { team: string; worker?: string } {
    if (this.commands < 4 || this.number % 7 === 0) return { team: 'north' };
    return {
      team: 'north',
      worker: `worker-${String(this.number % 12)}${this.number % 3 === 0 && this.commands > 15 ? '-later' : ''}`,
    };
  }

  private note(kase: Case, worker: string | undefined, on: string, changed: boolean): void {
    for (const { id, episodes } of kase.children) {
      for (const { id: episode, closed } of episodes) {
        const holders = this.made.holders.get(episode) ?? [];
        const last = holders.at(-1);
        const stays = last !== undefined && (last.worker === worker || this.ended.has(episode));
        if (!stays)
          this.made.holders.set(episode, [
            ...holders.filter((one) => one.from !== on),
            { ...(worker ? { worker } : {}), from: on },
          ]);
        if (!changed || (closed !== undefined && closed < on)) continue;
        const rows = this.parts.get('map')?.['scales'] ?? [];
        const count = rows.filter(
          ({ childIds }) => !Array.isArray(childIds) || childIds.length === 0 || childIds.includes(id),
        ).length;
        this.made.scales.set(episode, [...(this.made.scales.get(episode) ?? []), { on, count }]);
        const open = (this.parts.get('actions')?.['nextSteps'] ?? []).flatMap((one, at) =>
          ['done', 'not-done', 'dropped'].includes(String(one['done'])) ? [] : [String(one['id'] ?? at)],
        );
        this.made.actions.set(episode, [...(this.made.actions.get(episode) ?? []), { on, open }]);
      }
    }
  }
}

const dayBefore = (day: string): string =>
  new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10) + day.slice(10);

const hasId = (row: unknown): boolean => (row as Row)['id'] !== undefined;
