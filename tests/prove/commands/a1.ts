import { mongodbPlaceAtHand } from '../../support/mongodb-place.ts';
import { sqlitePlace } from '../../support/store-place.ts';
import { wireAtHand } from '../../support/wire/at-hand.ts';
import { killUnderLoad } from '../kills.ts';
import { untried, verdict } from '../verdict.ts';
import type { Prove } from '../verdict.ts';

/**
 * Servers killed in turn under load: nothing acknowledged is lost or done twice, and nothing is left behind. The store
 * is 'sqlite' or 'mongodb'; of the latter the server is killed too, where it is one of our own.
 */
export const prove: Prove = async ([
  rounds = '25',
  clients = '16',
  servers = '3',
  acknowledged = String(Number(rounds) * 2000),
  store = 'sqlite',
]) => {
  if (store === 'mongodb' && !wireAtHand())
    return untried('A1', 'set MONGODB_URL, or run .ci/wire-server where Go is at hand');
  const killed = await killUnderLoad({
    ...{ rounds: Number(rounds), clients: Number(clients), servers: Number(servers) },
    acknowledged: Number(acknowledged),
    told: (so) => {
      console.error(`  round ${String(so.rounds + 1)}: ${String(so.acknowledged)} acknowledged`);
    },
    makePlace: store === 'mongodb' ? mongodbPlaceAtHand : sqlitePlace,
  });
  const { lost, doubled, surprises, findings, orphanTasks, orphanWakeUps } = killed;
  console.log(
    `A1: ${String(killed.rounds)} rounds of kill -9, ${clients} clients, ${servers} servers on one store (${store}${killed.ofDatabase > 0 ? `, itself killed in ${String(killed.ofDatabase)} rounds` : ''}): ` +
      `${String(killed.acknowledged)} acknowledged (${killed.perSecond.toFixed(0)} a second), ${String(killed.repeated)} repeated, ${String(killed.broken)} lines broken, ${String(killed.turnedAway)} turned away; ` +
      `${String(lost)} lost, ${String(doubled)} doubled, ${String(findings)} chain breaks and other findings, ` +
      `${String(orphanTasks)} orphan tasks, ${String(orphanWakeUps)} orphan wake-ups, ${String(surprises.length)} surprises`,
  );
  for (const surprise of surprises.slice(0, 5)) console.log(`  ${surprise}`);
  const wrong = lost + doubled + surprises.length + findings + orphanTasks + orphanWakeUps;
  return verdict(killed.acknowledged >= Number(acknowledged) && wrong === 0);
};
