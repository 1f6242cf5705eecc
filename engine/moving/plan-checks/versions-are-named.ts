import type { Finding } from '../../contracts/index.ts';
import type { Aim } from '../aim.ts';

/** A plan is for one version and one that follows it, and these are they. */
export function versionsAreNamed({ plan, from, to }: Aim): Finding[] {
  const say = (message: string): Finding => ({ check: 'versions-are-named', level: 'error', message });
  if (plan.from !== from.id || plan.to !== to.id) {
    return [say('This plan was made for other versions. Propose a new one for these.')];
  }
  return from.id === to.id ? [say('Both versions are the same: there is nothing to move.')] : [];
}
