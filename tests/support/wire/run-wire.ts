/** `npm run test:wire`: the suite of the wire protocol, where a server for it is at hand; else it says that it did not run. */
import { spawn } from 'node:child_process';
import { notRun, wireAtHand } from './at-hand.ts';

const atHand = wireAtHand();
if (!atHand) {
  console.log('Set MONGODB_URL, or run .ci/wire-server where Go is at hand.');
  console.log(notRun);
} else {
  const against = atHand.kind === 'server' ? 'the server of MONGODB_URL' : 'a wire server of its own';
  console.log(`MongoDB suite: against ${against}`);
  const suite = spawn('vitest', ['run', '--project', 'wire', ...process.argv.slice(2)], { stdio: 'inherit' });
  suite.once('error', () => process.exit(1));
  suite.once('close', (code) => process.exit(code ?? 1));
}
