import { killUnderLoad } from '../kills.ts';
import { verdict } from '../verdict.ts';
import type { Prove } from '../verdict.ts';

/** Servers killed under load: nothing acknowledged is lost or done twice. */
export const prove: Prove = async ([rounds = '25', clients = '16', servers = '1']) => {
  const killed = await killUnderLoad({
    ...{ rounds: Number(rounds), clients: Number(clients), servers: Number(servers) },
  });
  const { acknowledged, repeated, lost, doubled, surprises, findings } = killed;
  console.log(
    `A1: ${String(killed.rounds)} rounds of kill -9, ${clients} clients, ${servers} servers: ${String(acknowledged)} acknowledged, ${String(repeated)} repeated; ` +
      `${String(lost)} lost, ${String(doubled)} doubled, ${String(surprises.length)} surprises, ${String(findings)} findings of the store`,
  );
  for (const surprise of surprises.slice(0, 5)) console.log(`  ${surprise}`);
  return verdict(acknowledged > 0 && lost + doubled + surprises.length + findings === 0);
};
