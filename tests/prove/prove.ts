import { compile, size } from '../../engine/execution/index.ts';
import { equivalence } from './equivalence.ts';
import { withstand } from './hostile.ts';
import { killUnderLoad } from './kills.ts';
import { race } from './races.ts';
import { repeat } from './repeats.ts';
import { moddleOptions, shippedPathways } from './shipped-pathways.ts';

/**
 * What takes too long for every test run: `npm run prove -- equivalence [walks] [seed]`, `A1 [rounds] [clients]
 * [servers]`, `A5 [races]`, `A6 [times]`, `A11`. Prints its figure; exits 1 when a proof fails.
 */
const proofs: Record<string, (args: string[]) => Promise<boolean>> = {
  equivalence: proveEquivalence,
  A1: proveKills,
  A5: proveRaces,
  A6: proveRepeats,
  A11: proveHostile,
};

async function proveEquivalence([walks = '1000', seed = '1']: string[]): Promise<boolean> {
  const shipped = shippedPathways();
  if (shipped.length === 0) console.error('There is no pathway.bpmn under processes/ to prove anything of.');
  let holds = shipped.length > 0;
  for (const { name, xml } of shipped) {
    const tables = await compile(xml, moddleOptions);
    const { places, transitions } = size(tables);
    console.log(`${name}: ${places} places, ${transitions} transitions`);
    const proved = await equivalence({
      xml,
      moddleOptions,
      tables,
      walks: Number(walks),
      stepsPerWalk: 30,
      seed: Number(seed),
    });
    const { steps, disagreements } = proved;
    console.log(`${name}: ${proved.walks} walks, ${steps} steps, ${disagreements.length} disagreements`);
    for (const one of disagreements.slice(0, 5)) console.log(JSON.stringify(one, null, 2));
    holds &&= steps > 0 && disagreements.length === 0;
  }
  return holds;
}

async function proveKills([rounds = '25', clients = '16', servers = '1']: string[]): Promise<boolean> {
  const killed = await killUnderLoad({
    rounds: Number(rounds),
    clients: Number(clients),
    servers: Number(servers),
  });
  const { acknowledged, repeated, lost, doubled, surprises, findings } = killed;
  console.log(
    `A1: ${String(killed.rounds)} rounds of kill -9, ${clients} clients, ${servers} servers: ${String(acknowledged)} acknowledged, ${String(repeated)} repeated; ` +
      `${String(lost)} lost, ${String(doubled)} doubled, ${String(surprises.length)} surprises, ${String(findings)} findings of the store`,
  );
  for (const surprise of surprises.slice(0, 5)) console.log(`  ${surprise}`);
  return acknowledged > 0 && lost + doubled + surprises.length + findings === 0;
}

async function proveRaces([races = '1000']: string[]): Promise<boolean> {
  const raced = await race(Number(races));
  console.log(
    `A5: ${String(raced.races)} races for one task: ${String(raced.wonByOne)} with one winner and the other told who and when (409), ` +
      `${String(raced.notOnce)} tasks not completed once, ${String(raced.findings)} findings of the store`,
  );
  for (const [answers, times] of Object.entries(raced.others)) {
    console.log(`  ${String(times)} times answered ${answers}`);
  }
  return raced.races > 0 && raced.wonByOne === raced.races && raced.notOnce + raced.findings === 0;
}

async function proveRepeats([times = '1000']: string[]): Promise<boolean> {
  const { sent, replies, refused, effects, findings } = await repeat(Number(times));
  console.log(
    `A6: one command sent ${String(sent)} times: ${String(effects)} effect, ${String(replies)} different replies, ` +
      `${String(refused)} refused, ${String(findings)} findings of the store`,
  );
  return effects === 1 && replies === 1 && refused + findings === 0;
}

/** The most that the server may work without a turn for anybody else, in milliseconds. */
const longestTurn = 50;

async function proveHostile(): Promise<boolean> {
  const { files, refused, held, inert, faults, standstill } = await withstand();
  console.log(
    `A11: ${String(files)} hostile drawings, forms and versions: ${String(refused.length)} refused with a reason, ` +
      `${String(held.length)} taken as a draft with reasons against publishing it, ${String(inert.length)} taken and inert, ${String(faults.length)} faults`,
  );
  console.log(
    `A11: the event loop stood still for ${standstill.longest.toFixed(0)} ms at the most (resolution 5 ms; on a busy machine others’ time is in it); ` +
      `the server itself worked for ${standstill.ownWork.toFixed(0)} ms at the most between two turns`,
  );
  for (const { kind, name, status } of faults) console.log(`  ${kind}/${name}: ${String(status)}`);
  return files >= 60 && faults.length === 0 && standstill.ownWork <= longestTurn;
}

const [name = '', ...args] = process.argv.slice(2);
const proof = proofs[name];
if (!proof) {
  console.error(`Say what to prove: ${Object.keys(proofs).join(', ')}`);
  process.exit(1);
}
process.exit((await proof(args)) ? 0 : 1);
