import type { Services } from '../services.ts';

/** Leaves somebody a notice about accounts; who keeps notices is told to this folder by the server. */
export type Tell = (
  services: Services,
  notice: { to: string; by: string; kind: 'password-link' | 'roles-asked' | 'rights-widened' },
) => Promise<void>;
