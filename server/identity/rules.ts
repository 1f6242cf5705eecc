import type { PutResult, Store, StoredDocument } from '../store/port.ts';
import shipped from './identity.json' with { type: 'json' };

/** What a group of the authority's directory means here. */
export interface GroupMeans {
  role?: string;
  team?: string;
}

/** How statements of the authority's provider, and groups of its directory, are read: the authority's data. */
export interface IdentityRules {
  /** asked of the provider, words with spaces between */
  scope: string;
  /** how somebody who comes the first time is found among the accounts; 'none': only accounts that are made then */
  match: 'name' | 'external-id' | 'none';
  /** claims that hold the sign-in name, the id of a directory, the name to show, and the groups */
  nameClaim: string;
  externalClaim: string;
  displayClaim: string;
  groupsClaim: string;
  /** whether an account is made for somebody who has none */
  make: boolean;
  /** 'groups': at each sign-in the groups decide on the roles they stand for; 'here': nothing but the accounts page */
  rolesFrom: 'groups' | 'here';
  /** roles that the directory gives by naming them on a person (SCIM); absent: none */
  directoryRoles?: string[];
  /** by name or id of a group */
  groups: Record<string, GroupMeans>;
  /** what counts as more than one factor: one of these `acr`, or all the `amr` of one of these lists */
  multiFactor: { acr: string[]; amr: string[][] };
}

const { source: _source, ...defaults } = shipped;
/** What is read when the authority has set nothing. */
export const defaultRules = defaults as IdentityRules;

/** The authority's rules with the revision a change expects; 0: as shipped. */
export async function identityRules(store: Store): Promise<StoredDocument<IdentityRules>> {
  const found = await store.document<IdentityRules>('setting', 'identity');
  return found ?? { kind: 'setting', id: 'identity', revision: 0, body: defaultRules };
}

/** Changes the rules; they hold from the next sign-in on. */
export function putIdentityRules(store: Store, rules: IdentityRules, expecting: number): Promise<PutResult> {
  return store.put({ kind: 'setting', id: 'identity', body: rules, expecting });
}
