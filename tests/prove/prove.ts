/**
 * What takes too long for every test run: `npm run prove -- A5 1000`. Prints its figure; ends with 0 when it holds, 1
 * when it fails, 2 when it could not be tried. With no name it lists what there is; `all [--quick]` tries everything.
 */
import { proofs } from './proofs.ts';
import type { Proof } from './proofs.ts';
import type { Prove, Verdict } from './verdict.ts';

const exits: Record<Verdict, number> = { holds: 0, fails: 1, untried: 2 };

async function tried({ file }: Proof, args: string[]): Promise<Verdict> {
  const { prove } = (await import(`./commands/${file}.ts`)) as { prove: Prove };
  return prove(args);
}

/** One after the other; a proof that breaks has failed, and the others are tried all the same. */
async function tryAll(quick: boolean): Promise<number> {
  const verdicts: [string, Verdict][] = [];
  for (const [name, proof] of Object.entries(proofs)) {
    const verdict = await tried(proof, quick ? proof.quick : []).catch((fault: unknown): Verdict => {
      console.error(fault);
      return 'fails';
    });
    verdicts.push([name, verdict]);
  }
  for (const [name, verdict] of verdicts) console.log(`${name.padEnd(12)} ${verdict}`);
  const found = new Set(verdicts.map(([, verdict]) => verdict));
  return found.has('fails') ? exits.fails : found.has('untried') ? exits.untried : exits.holds;
}

const [name = '', ...args] = process.argv.slice(2);
const proof = proofs[name];
if (proof) process.exit(exits[await tried(proof, args)]);
if (name === 'all') process.exit(await tryAll(args.includes('--quick')));
console.log('Say what to prove: npm run prove -- <name>, or all [--quick]');
for (const [known, { says }] of Object.entries(proofs)) console.log(`  ${known.padEnd(12)} ${says}`);
process.exit(name === '' ? 0 : 1);
