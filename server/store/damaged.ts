/** What is stored is not what was written: the thing is named and not served; others go on. */
export class Damaged extends Error {
  readonly kind: string;
  readonly id: string;
  constructor(kind: string, id: string, why: string) {
    super(`The stored ${kind} ${id} is damaged: ${why}. It is not shown; restore it from a backup.`);
    this.name = 'Damaged';
    this.kind = kind;
    this.id = id;
  }
}
