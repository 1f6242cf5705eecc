export { dealtWith, dealWith, holdsDays, isPast, type Dealt } from './deal-with.ts';
export { rolesToTell, type Escalation } from './escalation.ts';
export { openFor, type OpenEscalation } from './open-for.ts';
export { escalationRoutes } from './routes.ts';
