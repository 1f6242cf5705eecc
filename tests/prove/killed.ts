/** What was counted while servers, or the database under them, were killed. */
export interface Killed {
  rounds: number;
  /** of the rounds, those in which the database was killed and not a server */
  ofDatabase: number;
  /** commands answered as carried out, each counted once */
  acknowledged: number;
  repeated: number;
  /** commands whose line broke before an answer, and that were sent again elsewhere */
  broken: number;
  /** commands refused while the store was away, and sent again */
  turnedAway: number;
  /** acknowledged, and not in the history afterwards */
  lost: number;
  /** in the history more than once */
  doubled: number;
  /** repeats that were answered otherwise than the first time, and commands refused that should not be */
  surprises: string[];
  /** chains that break, and whatever else the store's own verification found */
  findings: number;
  /** open tasks in lists that no case has, or the other way round */
  orphanTasks: number;
  /** wake-ups that no case has, or the other way round */
  orphanWakeUps: number;
  /** commands acknowledged in a second */
  perSecond: number;
}
