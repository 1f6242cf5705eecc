import { wakeAll } from '../wake-ups.ts';
import { verdict } from '../verdict.ts';
import type { Prove } from '../verdict.ts';

/** seconds after its moment by which a wake-up is done: at any time, and when whoever held it was killed */
const inTime = 5;
const afterKill = 30 + inTime;

/** Workers whose clocks differ and who are killed do every wake-up once. */
export const prove: Prove = async ([wakeUps = '3000', seconds = '60', kills = '12']) => {
  const woken = await wakeAll({ wakeUps: Number(wakeUps), seconds: Number(seconds), kills: Number(kills) });
  const { once, more, never, latest, latestAfterKill, ahead, early, incidents, findings } = woken;
  console.log(
    `A7: ${String(woken.wakeUps)} wake-ups, 4 workers with clocks 0/0/+300/−120 s, ${String(woken.kills)} kills: ${String(once)} done once, ${String(more)} more than once, ` +
      `${String(never)} never; ${String(incidents)} incidents, ${String(findings)} findings of the store`,
  );
  console.log(
    `A7: the latest ${latest.toFixed(1)} s after its moment, and ${latestAfterKill.toFixed(1)} s after a kill where a killed worker held it; ` +
      `${String(early)} before their moment by the worker's own clock (${String(ahead)} by the true clock, done by the worker whose clock runs ahead)`,
  );
  const all = woken.wakeUps > 0 && once === woken.wakeUps;
  return verdict(
    all && early + incidents + findings === 0 && latest <= inTime && latestAfterKill <= afterKill,
  );
};
