import { startFresh } from '../fresh-machine.ts';
import { untried, verdict } from '../verdict.ts';
import type { Prove } from '../verdict.ts';

/** seconds from the install to a page that can be used */
const soon = 60;

/** Cloned, installed and started without a network: a page that can be used. */
export const prove: Prove = async () => {
  const fresh = startFresh();
  if (typeof fresh === 'string') return untried('A16', fresh);
  const { install, without, reached, heading, usable, failed, seconds } = fresh;
  console.log(
    `A16: cloned and installed in ${install.toFixed(0)} s; then with ${without} (anything outside reached: ${reached ? 'yes' : 'no'}) ` +
      `“${heading}” with ${String(usable)} buttons and links after ${seconds.toFixed(0)} s, ${String(failed.length)} things missing on the page`,
  );
  for (const one of failed.slice(0, 5)) console.log(`  ${one}`);
  return verdict(!reached && heading !== '' && usable > 0 && failed.length === 0 && seconds < soon);
};
