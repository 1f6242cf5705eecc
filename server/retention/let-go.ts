import { carryOut } from '../cases/index.ts';
import { refuseWrite } from '../errors.ts';
import type { Host } from '../host.ts';

/**
 * Says in the family's history that what was some children's alone was let go of. With it the family's rows are made
 * anew, so that their names stand in none of them. The same command again changes nothing.
 */
export async function noteLetGo(
  host: Host,
  { case: id, children, by, commandId }: { case: string; children: string[]; by: string; commandId: string },
): Promise<void> {
  const carried = await carryOut(host, {
    ...{ case: id, by, commandId },
    decide: (_, kase, act) => {
      const copy = structuredClone(kase);
      const entry = {
        ...{ id: `${copy.id}-${String(copy.next++)}`, case: copy.id, kind: 'children-let-go' as const },
        ...{ at: act.now, by: act.by, children, about: {} },
      };
      return { kind: 'done', case: copy, blocks: [], people: [], history: [entry], warnings: [] };
    },
    reply: () => ({}),
  });
  if (carried.kind === 'not-stored') refuseWrite({ ok: false, reason: carried.reason });
}
