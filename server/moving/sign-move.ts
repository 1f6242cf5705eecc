import { checkPlan, signPlan } from '#engine';
import { refuse } from '../errors.ts';
import type { Host } from '../host.ts';
import { changeMove, refuseSigned, storedMove } from './move.ts';
import type { MoveBody } from './move.ts';
import { sealOf } from './try-move.ts';
import { endsOf } from './versions-of-move.ts';

/** Puts a name under a plan that was checked and tried as it stands. From then on it does not change. */
export async function signMove(host: Host, id: string, by: string): Promise<MoveBody> {
  const { body } = await storedMove(host, id);
  refuseSigned(body);
  const { from, to, published } = await endsOf(host, body);
  if (!published) {
    return refuse(
      422,
      'not-published',
      'The version these families would come to is not published yet. Sign when it is.',
    );
  }
  const findings = checkPlan(body.plan, from, to).filter(({ level }) => level === 'error');
  if (findings.length > 0) {
    return refuse(422, 'plan', 'The plan has errors. Put them right, try it, then sign it.', { findings });
  }
  if (body.trial?.plan !== sealOf(body.plan)) {
    return refuse(422, 'not-tried', 'Try this plan on all open families first, then sign it.');
  }
  return changeMove(host, id, (move) => {
    refuseSigned(move);
    if (sealOf(move.plan) !== sealOf(body.plan)) {
      refuse(409, 'conflict', 'Somebody changed this plan meanwhile. Look at it as it is now.');
    }
    return { ...move, state: 'signed', signed: signPlan(move.plan, { by, now: host.clock.now() }) };
  });
}
