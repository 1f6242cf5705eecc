import type { IdentityRules } from './rules.ts';

/** What the provider says about whoever has signed in there, read by the authority's rules. */
export interface Statement {
  issuer: string;
  subject: string;
  /** names of ours: absent when the provider does not say, or does not vouch for it */
  name?: string;
  externalId?: string;
  displayName?: string;
  groups: string[];
  /** more than one factor was used */
  strong: boolean;
  /** seconds between showing who they are and this statement; absent: not said */
  age?: number;
}

export type Claims = Record<string, unknown> & { iss: string; sub: string; iat: number };

/** Reads claims; what is not of the expected kind counts as not said. */
export function readStatement(claims: Claims, rules: IdentityRules): Statement {
  const name = nameIn(claims, rules);
  const externalId = wordIn(claims[rules.externalClaim]);
  const displayName = wordIn(claims[rules.displayClaim]);
  const age = typeof claims['auth_time'] === 'number' ? claims.iat - claims['auth_time'] : undefined;
  return {
    ...{ issuer: claims.iss, subject: claims.sub, strong: isStrong(claims, rules) },
    groups: wordsIn(claims[rules.groupsClaim]),
    ...(name === undefined ? {} : { name }),
    ...(externalId === undefined ? {} : { externalId }),
    ...(displayName === undefined ? {} : { displayName }),
    ...(age === undefined ? {} : { age: Math.max(0, age) }),
  };
}

/** An address that the provider has not checked could be anybody's, so it names nobody. */
function nameIn(claims: Claims, rules: IdentityRules): string | undefined {
  if (rules.nameClaim === 'email' && claims['email_verified'] !== true) return undefined;
  return wordIn(claims[rules.nameClaim]);
}

function isStrong(claims: Claims, { multiFactor }: IdentityRules): boolean {
  const acr = wordIn(claims['acr']);
  if (acr !== undefined && multiFactor.acr.includes(acr)) return true;
  const used = wordsIn(claims['amr']);
  return multiFactor.amr.some((needed) => needed.length > 0 && needed.every((one) => used.includes(one)));
}

function wordIn(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' && value.length <= 200 ? value.trim() : undefined;
}

function wordsIn(value: unknown): string[] {
  const several: unknown[] = Array.isArray(value) ? value : [value];
  return several.map(wordIn).filter((one) => one !== undefined);
}
