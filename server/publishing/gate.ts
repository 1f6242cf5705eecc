import { checkPlan } from '#engine';
import type { Host } from '../host.ts';
import { countByVersion, endsOf, movesForDraft } from '../moving/index.ts';
import type { MoveBody } from '../moving/index.ts';
import { RefusedRequest } from '../errors.ts';
import type { Excused, PublicationBody } from './publication.ts';
import type { TriedDraft } from './try-draft.ts';

/** One condition of publishing: whether it is met, and what to do when it is not. */
export interface GateItem {
  id: 'no-errors' | 'changes' | 'law' | 'examples' | 'papers' | 'open-cases' | 'people';
  says: string;
  met: boolean;
  todo?: string;
}

export interface GateAsked {
  examples: Excused[];
  /** null: open cases stay; undefined: nobody has said yet */
  move?: { id: string } | null;
  proposal?: PublicationBody;
}

/** Every condition that a draft must meet before it is published, each with what to do. */
export async function gateOf(host: Host, tried: TriedDraft, asked: GateAsked): Promise<GateItem[]> {
  return [
    noErrors(tried),
    changesSomething(tried),
    lawIsKept(tried),
    examplesHold(tried, asked.examples),
    papersFit(tried),
    await openCases(host, tried, asked),
    people(asked.proposal),
  ];
}

function noErrors({ errors }: TriedDraft): GateItem {
  const met = errors.length === 0;
  const [first] = errors;
  return {
    ...{ id: 'no-errors', met },
    says: met ? 'The checks find no error.' : `The checks find ${count(errors.length, 'error', 'errors')}.`,
    ...(first
      ? { todo: `${first.message}${errors.length > 1 ? ' The others stand under “Checks”.' : ''}` }
      : {}),
  };
}

function changesSomething({ version, before, changes }: TriedDraft): GateItem {
  const met = version.id !== before.id;
  return {
    ...{ id: 'changes', met },
    says: met
      ? `${count(changes.length, 'change', 'changes')} for the work, compared with “${before.name}”.`
      : `The draft is the same as “${before.name}”.`,
    ...(met ? {} : { todo: 'Change something first: there is nothing to publish.' }),
  };
}

function lawIsKept({ missing }: TriedDraft): GateItem {
  const open = missing.filter(({ authorised }) => !authorised);
  const [first] = open;
  const answered = missing.length - open.length;
  return {
    ...{ id: 'law', met: open.length === 0 },
    says:
      missing.length === 0
        ? 'Everything that the law asks for is there.'
        : `${count(missing.length, 'thing', 'things')} that the law asks for ${missing.length === 1 ? 'is' : 'are'} left out; somebody answers for ${String(answered)}.`,
    ...(first
      ? { todo: `Put “${first.name}” back, or name who authorises that it is left out, and why.` }
      : {}),
  };
}

function examplesHold({ examples }: TriedDraft, excused: Excused[]): GateItem {
  if (!examples) {
    return {
      ...{ id: 'examples', met: false, says: 'The worked cases are being played on the draft.' },
      todo: 'Wait a moment.',
    };
  }
  const failing = examples.filter(({ failures }) => failures.length > 0);
  const open = failing.filter(({ id }) => !excused.some((one) => one.id === id && one.because.trim()));
  const held = examples.length - failing.length;
  return {
    ...{ id: 'examples', met: open.length === 0 },
    says: `${String(held)} of ${count(examples.length, 'worked case', 'worked cases')} ${held === 1 ? 'comes' : 'come'} out as before.`,
    ...(open.length > 0
      ? {
          todo: `${count(open.length, 'worked case', 'worked cases')} would come out otherwise: change the draft, or say why that is on purpose.`,
        }
      : {}),
  };
}

function papersFit({ papers }: TriedDraft): GateItem {
  const item = { id: 'papers' as const };
  const making = 'The documents of the largest family are being made.';
  if (!papers) return { ...item, met: false, says: making, todo: 'Wait a moment.' };
  const [first] = papers;
  if (!first) return { ...item, met: true, says: 'Every document can be made for the largest family.' };
  return {
    ...{ ...item, met: false, todo: first.message },
    says: `${count(papers.length, 'thing', 'things')} in the documents of the largest family ${papers.length === 1 ? 'stands' : 'stand'} in the way.`,
  };
}

async function openCases(host: Host, tried: TriedDraft, { move }: GateAsked): Promise<GateItem> {
  const counts = await countByVersion(host);
  const all = [...counts.values()].reduce((sum, one) => sum + one, 0);
  const item = { id: 'open-cases' as const };
  const families = count(all, 'family is', 'families are');
  if (all === 0) return { ...item, met: true, says: 'No family is on any version yet.' };
  if (move === null) {
    return { ...item, met: true, says: `${families} on earlier versions and stay there.` };
  }
  if (move === undefined) {
    return {
      ...{ ...item, met: false, says: `${families} on earlier versions.` },
      todo: 'Say whether they stay where they are, or make the plan by which they follow.',
    };
  }
  const plan = (await movesForDraft(host, tried.draft.id)).find((one) => one.id === move.id);
  const wrong = plan ? await planWrong(host, plan, tried.version.id) : 'The plan is not there any more.';
  const moving = count(counts.get(plan?.from ?? '') ?? 0, 'family follows', 'families follow');
  return wrong
    ? { ...item, met: false, says: `${moving} by a plan that is not complete.`, todo: wrong }
    : { ...item, met: true, says: `${moving} by the plan, once it is signed.` };
}

/** What is still to do in the plan; undefined when it is complete. */
async function planWrong(host: Host, plan: MoveBody, version: string): Promise<string | undefined> {
  if (plan.to !== version) {
    return 'The draft has changed since this plan was made: make it anew, what was decided is taken over.';
  }
  try {
    const { from, to } = await endsOf(host, plan);
    const [first] = checkPlan(plan.plan, from, to).filter(({ level }) => level === 'error');
    return first?.message;
  } catch (fault) {
    if (fault instanceof RefusedRequest) return fault.body.refusal.message;
    throw fault;
  }
}

function people(proposal: PublicationBody | undefined): GateItem {
  return {
    ...{ id: 'people', met: false },
    says: proposal
      ? 'One person has proposed it. A second one, a practice lead, decides.'
      : 'Two different people publish it: one proposes, a practice lead decides.',
    todo: proposal ? 'Ask a practice lead who is not the one who proposed it.' : 'Propose it.',
  };
}

const count = (number: number, one: string, many: string): string =>
  `${String(number)} ${number === 1 ? one : many}`;
