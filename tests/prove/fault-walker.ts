/** The process that A3 runs with its preload: `node fault-walker.ts <folder> <told> <every> <writes>`; says what it found as JSON. */
import { failEachStep } from './disk-faults.ts';

const [folder = '', told = '', every = '1', writes = '60'] = process.argv.slice(2);
const found = await failEachStep({ folder, told, every: Number(every), writes: Number(writes) });
process.stdout.write(JSON.stringify(found));
