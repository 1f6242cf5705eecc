import type { Block, CodeList, LastHeard, PersonDrawn, PracticeViews } from '#engine/browser';
import { get, newCommandId, put, query, type Answered } from '../api/request.ts';
import type { Named } from '../api/session.ts';

export type Row = Record<string, unknown>;

export interface EndedShown {
  row: Row;
  by: string;
  at: string;
  why: string;
}

export interface BlockShown {
  part: string;
  rows: Row[];
  revision: number;
  by?: string;
  at?: string;
  ended: EndedShown[];
}

export interface MapPage {
  case: Named;
  on?: string;
  children: (Named & { unborn?: boolean; age?: string })[];
  people: PersonDrawn[];
  practice: PracticeViews;
  blockShapes: Block[];
  codeLists: CodeList[];
  blocks: Record<string, BlockShown>;
  heard: LastHeard[];
  attachments: Record<string, { name: string }>;
  may: { change: boolean; changeNetwork: boolean };
}

export interface MapVersion {
  at: string;
  by: string;
  records: { id: string; title: string; at: string }[];
}

export interface RowsChanged {
  rows: Row[];
  ended: { id: string; why: string }[];
}

export const loadMap = (family: string, on?: string): Promise<Answered<MapPage>> =>
  get(`/cases/${family}/map${query({ on })}`);

export const loadVersions = (family: string): Promise<Answered<{ versions: MapVersion[] }>> =>
  get(`/cases/${family}/map/versions`);

/** Who is around the children has an address of its own: it may bring people into the family. */
export const saveBlock = (
  family: string,
  block: string,
  network: boolean,
  changed: RowsChanged & { revision: number },
): Promise<Answered<{ revision: number }>> =>
  put(`/cases/${family}/${network ? 'network' : `blocks/${block}`}`, {
    ...changed,
    commandId: newCommandId(),
  });
