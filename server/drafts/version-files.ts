import { refuseAbsent } from '../errors.ts';
import type { Host } from '../host.ts';

/** The texts of a published version by path; ends the request when there is none of this id. */
export async function filesOfVersion(host: Host, id: string): Promise<Record<string, string>> {
  const texts = await host.versions.texts(id);
  return texts ? texts.files : refuseAbsent();
}
