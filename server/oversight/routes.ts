import type { FastifyInstance, FastifyRequest } from 'fastify';
import { nothing } from '../access/index.ts';
import type { Person } from '../access/index.ts';
import type { Host } from '../host.ts';
import { sent, text } from '../schemas.ts';
import { signedIn } from '../signed-in.ts';
import { boardThen } from './board-then.ts';
import { caseload } from './caseload.ts';
import { childrenGoing, childrenLeft, childrenThen } from './children.ts';
import { flowBetween } from './flow-between.ts';
import * as shapes from './shapes.ts';
import { timeInStage } from './time-in-stage.ts';

/** Something asked of how the work stood or went: what may be named in the address, and what is answered. */
interface Question {
  path: string;
  summary: string;
  asked: Record<string, object>;
  /** what must be named */
  needed?: string[];
  answer: object;
  // each reads what its own schema let through
  verb: (host: Host, person: Person, asked: never) => Promise<unknown>;
}

const day = { type: 'string', maxLength: 10 } as const;
const held = { team: text, worker: text } as const;
const period = { from: day, to: day, ...held } as const;
const after = { type: 'string', pattern: '^[0-9]{1,7}$' } as const;
const yes = { enum: ['yes'] } as const;

const questions: Question[] = [
  {
    path: '/api/stages/history',
    summary: 'Cases by stage at the end of another day, and of one beside it',
    ...{ asked: { on: day, beside: day, ...held }, answer: shapes.boardThen, verb: boardThen },
  },
  {
    path: '/api/stages/history/children',
    summary: 'Who stood in a stage on a day, and who of them was late or held by nobody',
    asked: { on: day, stage: text, late: yes, unallocated: yes, after, ...held },
    ...{ answer: shapes.children, verb: childrenThen },
  },
  {
    path: '/api/stages/flow',
    summary: 'From which stage to which children went in a period',
    ...{ asked: period, answer: shapes.flow, verb: flowBetween },
  },
  {
    path: '/api/stages/flow/children',
    summary: 'Who went from one stage to another in a period',
    asked: { ...period, leaving: text, entering: text, after },
    ...{ answer: shapes.children, verb: childrenGoing },
  },
  {
    path: '/api/stages/time',
    summary: 'How long children are in each stage',
    ...{ asked: period, answer: shapes.time, verb: timeInStage },
  },
  {
    path: '/api/stages/time/children',
    summary: 'Who left a stage in a period, the longest there first',
    ...{ asked: { ...period, stage: text, after }, needed: ['stage'] },
    ...{ answer: shapes.children, verb: childrenLeft },
  },
  {
    path: '/api/caseload',
    summary: 'Families, children and their weight by who holds them',
    ...{ asked: { team: text }, answer: shapes.caseload, verb: caseload },
  },
];

/** How the work stood on other days, how it goes from stage to stage, and who holds how much of it. */
export function oversightRoutes(app: FastifyInstance, host: Host): void {
  for (const { path, summary, asked, needed = [], answer, verb } of questions) {
    const optional = Object.keys(asked).filter((name) => !needed.includes(name));
    app.get(path, {
      schema: {
        ...{ summary, tags: ['oversight'], response: { 200: answer } },
        querystring: sent(asked, optional),
      },
      config: { may: { action: 'see-stages', thing: () => nothing }, audit: { action: 'see-stages' } },
      handler: (request: FastifyRequest) => verb(host, signedIn(request), request.query as never),
    });
  }
}
