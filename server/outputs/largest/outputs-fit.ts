import { hash } from 'node:crypto';
import type { Finding, Output, Version } from '#engine';
import { costOf } from './cost.ts';

const mostKept = 500;
const kept = new Map<string, Promise<Finding[]>>();

/**
 * What is wrong with the documents of a version for the largest family: refused, or over what they may cost. Only what
 * differs from the version before is made, each once for its content.
 */
export async function outputsFit(version: Version, before: Version): Promise<Finding[]> {
  const known = new Set(before.outputs.map((layout) => keyOf(before, layout)));
  const findings: Finding[] = [];
  for (const layout of version.outputs) {
    const key = keyOf(version, layout);
    if (!known.has(key)) findings.push(...(await fitting(version, layout, key)));
  }
  return findings;
}

/** The layout and everything its document is made of; of all choices those that it may show. */
function keyOf({ forms, blocks, dictionary }: Version, layout: Output): string {
  const shown = JSON.stringify([layout, forms[layout.form], blocks]);
  const choices = dictionary.codeLists.filter(({ id }) => shown.includes(`"codes":${JSON.stringify(id)}`));
  return hash('sha256', shown + JSON.stringify(choices));
}

function fitting(version: Version, layout: Output, key: string): Promise<Finding[]> {
  const found = kept.get(key) ?? tried(version, layout, key);
  kept.set(key, found);
  found.catch(() => kept.delete(key));
  const [oldest] = kept.keys();
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
  return found;
}

/** What could not be tried for all that is made beside it is tried again. */
async function tried(version: Version, layout: Output, key: string): Promise<Finding[]> {
  const { findings, busy } = await costOf(version, layout);
  if (busy) kept.delete(key);
  return findings;
}
