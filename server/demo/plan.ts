import type { MadeFamily } from './made.ts';

/** Values and how often each is chosen. */
export type Weighted = [string, number][];

/** How one family's way goes: when it is referred, what is decided when asked, and what else happens. */
export interface Plan {
  family: MadeFamily;
  /** London day and time of the first contact, as a moment */
  referred: string;
  /** answers to deciding questions, in the order in which they are asked; the last one stays */
  steer: Record<string, unknown[]>;
  /** the same for one child by number, where siblings part */
  perChild?: Record<string, Record<string, unknown[]>>;
  /** messages given to the pathway some working days after the referral */
  messages?: { after: number; message: string }[];
  /** steps that are left open from the first time they open */
  leave?: string[];
  /** further referrals: so many days after work with the family has ended */
  again?: number[];
  /** how often each way is chosen, where it is not as in the whole country */
  shares?: Record<string, Weighted>;
}
