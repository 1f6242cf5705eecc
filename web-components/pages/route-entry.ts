/** Which address shows which page. Pages are loaded when they are first opened. */
export interface RouteEntry {
  name: string;
  pattern: string;
  tag: string;
  load: () => Promise<unknown>;
  /** open to a person who is not signed in */
  open?: boolean;
}
