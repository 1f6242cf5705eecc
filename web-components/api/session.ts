import { get, post, type Answered } from './request.ts';

export interface Named {
  id: string;
  name: string;
}

export interface Session {
  signedIn: boolean;
  person?: Named & { roles: Named[]; team?: Named };
  csrf: string;
  demonstration: boolean;
  authority?: { name: string };
  ways?: { local: boolean; provider: boolean };
  /** how this person shows once more who they are */
  confirms?: string;
  /** what this person may begin; absent: all */
  may?: string[];
}

export interface DemonstrationPerson extends Named {
  roles: string[];
  team?: string;
  says?: string;
}

export interface StaffMember extends Named {
  roles: (Named | string)[];
  team?: Named | string;
}

export const loadSession = (): Promise<Answered<Session>> => get('/session');
export const signIn = (name: string, password: string): Promise<Answered<unknown>> =>
  post('/sign-in', { name, password });
export const confirmSession = (password?: string): Promise<Answered<unknown>> =>
  post('/session/confirmation', password === undefined ? {} : { password });
export const signOut = (): Promise<Answered<unknown>> => post('/sign-out');
export const loadDemonstrationPeople = (): Promise<Answered<DemonstrationPerson[]>> =>
  get('/demonstration/people');
export const signInAs = (person: string): Promise<Answered<unknown>> =>
  post('/demonstration/sign-in', { person });
export const loadStaff = (): Promise<Answered<StaffMember[]>> => get('/staff');
export const loadTeams = (): Promise<Answered<Named[]>> => get('/teams');
export const makeFirstAdministrator = (account: {
  token: string;
  name: string;
  displayName: string;
  password: string;
}): Promise<Answered<unknown>> => post('/first-administrator', account);
