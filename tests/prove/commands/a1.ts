import { killUnderLoad } from '../kills.ts';
import { verdict } from '../verdict.ts';
import type { Prove } from '../verdict.ts';

/** Servers killed in turn under load: nothing acknowledged is lost or done twice, and nothing is left behind. */
export const prove: Prove = async ([
  rounds = '25',
  clients = '16',
  servers = '3',
  acknowledged = String(Number(rounds) * 2000),
]) => {
  const killed = await killUnderLoad({
    ...{ rounds: Number(rounds), clients: Number(clients), servers: Number(servers) },
    acknowledged: Number(acknowledged),
  });
  const { lost, doubled, surprises, findings, orphanTasks, orphanWakeUps } = killed;
  console.log(
    `A1: ${String(killed.rounds)} rounds of kill -9, ${clients} clients, ${servers} servers on one store: ` +
      `${String(killed.acknowledged)} acknowledged (${killed.perSecond.toFixed(0)} a second), ${String(killed.repeated)} repeated, ${String(killed.broken)} lines broken; ` +
      `${String(lost)} lost, ${String(doubled)} doubled, ${String(findings)} chain breaks and other findings, ` +
      `${String(orphanTasks)} orphan tasks, ${String(orphanWakeUps)} orphan wake-ups, ${String(surprises.length)} surprises`,
  );
  for (const surprise of surprises.slice(0, 5)) console.log(`  ${surprise}`);
  const wrong = lost + doubled + surprises.length + findings + orphanTasks + orphanWakeUps;
  return verdict(killed.acknowledged >= Number(acknowledged) && wrong === 0);
};
