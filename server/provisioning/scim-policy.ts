import { nothing } from '../access/index.ts';

/** The directory shows its token; what it may do is what is here: accounts and groups, nothing of any family. */
export const forDirectory = { action: 'be-signed-in', thing: () => nothing } as const;

/** requests a minute from one address */
export const often = { rateLimit: { max: 600, timeWindow: '1 minute' } };
