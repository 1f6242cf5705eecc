import type { MadeFamily } from './make-family.ts';

/** How one family's way goes: when it is referred, what is decided when asked, and what else happens. */
export interface Plan {
  family: MadeFamily;
  /** London day and time of the first contact */
  referred: string;
  /** answers to deciding questions, in the order in which they are asked; the last one stays */
  steer: Record<string, unknown[]>;
  /** the same for one child by number, where siblings part */
  perChild?: Record<string, Record<string, unknown[]>>;
  /** messages given to the pathway some days after the referral */
  messages?: { after: number; message: string }[];
  /** steps that are left open from the first time they open */
  leave?: string[];
}
