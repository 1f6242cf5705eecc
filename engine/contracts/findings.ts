/** A check's result: names the thing and says what to do. */
export interface Finding {
  check: string;
  level: 'error' | 'warning' | 'advice';
  /** element of a drawing, or question of a form, and the child it is about */
  element?: string;
  question?: string;
  child?: string;
  message: string;
}

export interface Refusal {
  kind: 'refused';
  reason: string;
  message: string;
  findings: Finding[];
}
