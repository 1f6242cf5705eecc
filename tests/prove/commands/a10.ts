import { backUpUnderLoad } from '../backups.ts';
import { verdict } from '../verdict.ts';
import type { Prove } from '../verdict.ts';

/** A backup made under load holds everything acknowledged before it began, verifies, and can be worked on. */
export const prove: Prove = async ([backups = '5', clients = '8', between = '200']) => {
  const found = await backUpUnderLoad({
    ...{ backups: Number(backups), clients: Number(clients), between: Number(between) },
  });
  const { acknowledged, before, meanwhile, lost, doubled, findings, goesOn } = found;
  console.log(
    `A10: ${String(found.backups)} backups while ${clients} people worked: ${String(acknowledged)} commands acknowledged, ${String(before)} before the last began, ` +
      `${String(meanwhile)} while one was made; restored: ${String(lost)} lost, ${String(doubled)} doubled, ${String(findings)} findings of the store; ` +
      `the restored store ${goesOn ? 'goes on' : 'does NOT go on'}`,
  );
  return verdict(before > 0 && lost + doubled + findings === 0 && goesOn);
};
