export { actions, type Action } from './actions.ts';
export {
  accountDocuments,
  accountNamed,
  accountOf,
  allAccounts,
  anotherLooksAfter,
  changeAccount,
  createAccount,
  hasAdministrator,
  isOpen,
  lastDayOf,
  looksAfter,
  renameAccount,
  sameName,
  type Account,
  type AccountSource,
} from './accounts.ts';
export { accountNames } from './account-names.ts';
export { logged } from './account-log.ts';
export { accountLogRoutes } from './account-log-routes.ts';
export { accountRoutes } from './account-routes.ts';
export { browserKind } from './browser-kind.ts';
export { confirmationRoute } from './confirmation-routes.ts';
export { demonstrationRoutes } from './demonstration-routes.ts';
export { offerFirstAdministrator } from './first-administrator.ts';
export { endFault, givenByDirectory, looksAfterOthers } from './kinds-of-role.ts';
export { isClosed, managesFamily, may, type Answer } from './may.ts';
export { mayWriteIn } from './may-write-in.ts';
export { familyNamed, recordNamed, thingOfCase } from './named.ts';
export { hashPassword } from './passwords.ts';
export type { Grant, Person } from './person.ts';
export { defaultRights, performsOf, roleName, scopes, type RoleRights, type Scope } from './rights.ts';
export { askForRoles, roleRequests } from './role-requests.ts';
export { newRoles, weigh, whoElseLooksAfter } from './second-person.ts';
export { roleRequestRoutes } from './role-request-routes.ts';
export { roleRoutes } from './role-routes.ts';
export { rightsHere } from './rights-here.ts';
export { confirmedLately } from './step-up.ts';
export { isAuthor } from './separate-duties.ts';
export { documentsOf, glassActions, type BrokenGlass, type Cover, type Invitation } from './grants.ts';
export { firstAdministratorRoute, sessionRoutes } from './session-routes.ts';
export {
  closeSession,
  closeSessionAt,
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
export { ownSessionRoutes } from './own-session-routes.ts';
export { passwordRoutes } from './password-routes.ts';
export type { Tell } from './tell.ts';
export { staffRoutes } from './staff-routes.ts';
export { narrowTeams, reachOf, readerOf, teamsInReach } from './teams-in-reach.ts';
export { allTeams, putTeam, type Team } from './teams.ts';
export { familyThing, nothing, taskThing, type Counted, type FamilyFacts, type Thing } from './thing.ts';
export { localOnly, type SignInWays } from './ways.ts';
