import { get, type Answered } from '../api/request.ts';

export interface VersionRow {
  id: string;
  name: string;
  says?: string;
  at?: string;
  effective?: string;
  team?: string;
  /** new cases start on it */
  current: boolean;
  counts: { stages: number; steps: number; forms: number; questions: number; cases: number };
}

export interface VersionSays extends VersionRow {
  /** forms come without their schema */
  files: Record<string, string>;
  described: { stage: string; name: string; sentences: string[] }[];
}

export const loadVersions = (): Promise<Answered<VersionRow[]>> => get('/pathway/versions');
export const loadVersion = (id: string): Promise<Answered<VersionSays>> =>
  get(`/pathway/versions/${encodeURIComponent(id)}`);

/** Address of a file to take away. */
export const versionFile = (id: string, what: 'drawing' | 'version'): string =>
  `/api/pathway/versions/${encodeURIComponent(id)}/export?what=${what}`;
