export { actions, type Action } from './actions.ts';
export {
  accountNamed,
  accountOf,
  allAccounts,
  createAccount,
  hasAdministrator,
  type Account,
} from './accounts.ts';
export { accountNames } from './account-names.ts';
export { accountRoutes } from './account-routes.ts';
export { demonstrationRoutes } from './demonstration-routes.ts';
export { offerFirstAdministrator } from './first-administrator.ts';
export { may, type Answer } from './may.ts';
export { hashPassword } from './passwords.ts';
export type { Person } from './person.ts';
export { defaultRights, performsOf, roleName, scopes } from './rights.ts';
export { confirmedLately } from './step-up.ts';
export { isAuthor } from './separate-duties.ts';
export { firstAdministratorRoute, sessionRoutes } from './session-routes.ts';
export {
  closeSession,
  closeSessionsOf,
  confirmSession,
  csrfFits,
  newToken,
  openSession,
  personFrom,
  personOf,
  sessionId,
  type Proof,
} from './sessions.ts';
export { staffRoutes } from './staff-routes.ts';
export { narrowTeams, reachOf, teamsInReach } from './teams-in-reach.ts';
export { allTeams, putTeam, type Team } from './teams.ts';
export { familyThing, nothing, taskThing, type FamilyFacts, type Thing } from './thing.ts';
