/** Whether this process takes part in the service: it says so to the proxy before it ends. */
export interface Duty {
  /** true from the moment the process was told to end */
  readonly leaving: boolean;
  readonly since: string;
  leave(): void;
}

export function onDuty(since: string): Duty {
  let leaving = false;
  return {
    since,
    get leaving() {
      return leaving;
    },
    leave: () => {
      leaving = true;
    },
  };
}
