import { randomUUID } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import { hostileFiles } from '../hostile/hostile-files.ts';
import type { HostileFile, HostileKind } from '../hostile/hostile-files.ts';

/** Where to post, as whom, and the draft whose forms are changed. */
export interface Posting {
  address: string;
  cookie: string;
  csrf: string;
  draft: string;
}

/** What the server said to one hostile file. */
export interface Posted {
  kind: HostileKind;
  name: string;
  status: number;
  /** findings of level 'error', or the refusal's own message */
  reasons: string[];
}

interface Said {
  draft?: string;
  number?: number;
  findings?: Reason[];
  refusal?: { message: string; findings: Reason[] };
}

interface Reason {
  level?: string;
  message: string;
}

/** A browser in a thread of its own: posts every hostile file, one after the other, and tells what came back. */
const { address, cookie, csrf, draft } = workerData as Posting;

async function post(path: string, body: object): Promise<{ status: number; said: Said }> {
  const response = await fetch(`${address}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie, 'x-csrf-token': csrf },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  return { status: response.status, said: text.startsWith('{') ? (JSON.parse(text) as Said) : {} };
}

let save = 1;
const kept = new Map<string, string | undefined>();

async function send({ kind, name, text }: HostileFile): Promise<Posted> {
  const commandId = randomUUID();
  const { status, said } =
    kind === 'forms'
      ? await post(`/api/drafts/${draft}/saves`, {
          ...{ expecting: save, says: 'A form from elsewhere', commandId },
          changes: { 'forms/hostile.json': text },
        })
      : await post('/api/drafts/import', {
          title: 'From elsewhere',
          why: 'Sent to us',
          name,
          text,
          commandId,
        });
  save = said.number ?? save;
  kept.set(`${kind}/${name}`, said.draft);
  return { kind, name, status, reasons: reasonsOf(said) };
}

const reasonsOf = ({ refusal, findings = [] }: Said): string[] =>
  [...(refusal ? [refusal, ...refusal.findings] : []), ...findings]
    .filter((one) => !('level' in one) || one.level === 'error')
    .map(({ message }) => message);

/** What the checks say of a draft that was taken: what stands against publishing it. */
async function checked(one: Posted): Promise<Posted> {
  const held = kept.get(`${one.kind}/${one.name}`);
  if (one.status !== 200 || held === undefined) return one;
  const response = await fetch(`${address}/api/drafts/${held}/checks`, { headers: { cookie } });
  return { ...one, reasons: [...one.reasons, ...reasonsOf((await response.json()) as Said)] };
}

const posted: Posted[] = [];
for (const kind of ['drawings', 'forms', 'versions'] as const) {
  for (const file of hostileFiles(kind)) posted.push(await send(file));
}
parentPort?.postMessage(posted);
// what follows is no more than reading: nobody measures it
parentPort?.once('message', () => void tellAll());

async function tellAll(): Promise<void> {
  const all: Posted[] = [];
  for (const one of posted) all.push(await checked(one));
  parentPort?.postMessage(all);
}
