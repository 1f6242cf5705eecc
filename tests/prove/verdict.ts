/** How a proof ended: it holds, it does not, or it could not be tried on this machine. */
export type Verdict = 'holds' | 'fails' | 'untried';

/** Tries it, prints its figure, and says how it ended. */
export type Prove = (args: string[]) => Promise<Verdict>;

/** Says that the proof could not be tried here, and why. */
export function untried(name: string, why: string): Verdict {
  console.log(`${name}: NOT TRIED: ${why}`);
  return 'untried';
}

export const verdict = (holds: boolean): Verdict => (holds ? 'holds' : 'fails');
