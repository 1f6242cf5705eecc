/** How people sign in to this installation. */
export interface SignInWays {
  /** with a name and a password that are kept here */
  local: boolean;
  /** through the authority's own provider */
  provider: boolean;
}

/** Name and password, where nothing else is set. */
export const localOnly: SignInWays = { local: true, provider: false };
