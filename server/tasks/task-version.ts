import { versionForTask } from '#engine';
import type { Case, Task, Version } from '#engine';
import type { Host } from '../host.ts';

/** The version as a task sees it: that of its case, with the older form where a move let the task keep it. */
export async function versionOfTask(
  host: Host,
  version: Version,
  task: Pick<Task, 'version' | 'form'> | undefined,
): Promise<Version> {
  if (task?.version === undefined || task.version === version.id) return version;
  return versionForTask(version, await host.versions.get(task.version), task.form);
}

/** The same for the task of this id, when it is open. */
export function versionForId(host: Host, id: string) {
  return (version: Version, kase: Case): Promise<Version> =>
    versionOfTask(
      host,
      version,
      kase.tasks.find((one) => one.id === id),
    );
}
