import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

/** A password as it is kept: what it was hashed with stands beside it, so that the cost can rise later. */
export interface PasswordHash {
  algorithm: 'argon2id';
  memory: number;
  passes: number;
  parallelism: number;
  nonce: string;
  tag: string;
}

/** OWASP's first recommendation for argon2id: 19 MiB, two passes, one lane. */
const cost = { memory: 19_456, passes: 2, parallelism: 1 };
const tagLength = 32;
const hash = promisify(argon2);

export async function hashPassword(password: string): Promise<PasswordHash> {
  const nonce = randomBytes(16);
  const tag = await hash('argon2id', { message: password.normalize('NFKC'), nonce, tagLength, ...cost });
  return { algorithm: 'argon2id', ...cost, nonce: nonce.toString('base64'), tag: tag.toString('base64') };
}

/** Takes as long for an account that does not exist (no stored hash) as for one that does. */
export async function passwordFits(password: string, stored: PasswordHash | undefined): Promise<boolean> {
  const { memory, passes, parallelism } = stored ?? cost;
  const nonce = stored ? Buffer.from(stored.nonce, 'base64') : Buffer.alloc(16);
  const message = password.normalize('NFKC');
  const tag = await hash('argon2id', { message, nonce, tagLength, memory, passes, parallelism });
  return stored !== undefined && timingSafeEqual(tag, Buffer.from(stored.tag, 'base64'));
}

/** What is wrong with a new password, or nothing. Length is what counts; rules of signs and figures are not asked. */
export function passwordFault(password: string, name: string): string | undefined {
  if (password.length < 12) return 'Use a password of at least 12 characters. Three words in a row are good.';
  if (password.length > 200) return 'Use a password of at most 200 characters.';
  if (password.toLowerCase().includes(name.toLowerCase()))
    return 'Use a password that does not hold your sign-in name.';
  return undefined;
}
