import { refuseAbsent } from '../errors.ts';
import type { Host } from '../host.ts';

/** A published version never changes: the few read last are remembered, since reading one stops the server for a while. */
const remembered = new WeakMap<Host['versions'], Map<string, Record<string, string>>>();
const most = 4;

/** The texts of a published version by path; ends the request when there is none of this id. */
export async function filesOfVersion(host: Host, id: string): Promise<Record<string, string>> {
  const known = remembered.get(host.versions) ?? new Map<string, Record<string, string>>();
  remembered.set(host.versions, known);
  const files = known.get(id) ?? (await host.versions.texts(id))?.files ?? refuseAbsent();
  known.delete(id);
  known.set(id, files);
  const [oldest] = known.keys();
  if (known.size > most && oldest !== undefined) known.delete(oldest);
  return files;
}
