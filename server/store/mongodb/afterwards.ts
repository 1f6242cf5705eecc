/**
 * What is left of a command once it was answered: telling live pages, and letting go of the outbox. Whoever meets the
 * case next in this process waits for it; what fails is made good by whoever finds the outbox there.
 */
export interface Afterwards {
  goOn(caseId: string, work: Promise<void>): void;
  of(caseId: string): Promise<void>;
  all(): Promise<void>;
}

export function afterwards(): Afterwards {
  const under = new Map<string, Promise<void>>();
  return {
    goOn(caseId, work) {
      const last = work
        .catch(() => undefined)
        .finally(() => {
          if (under.get(caseId) === last) under.delete(caseId);
        });
      under.set(caseId, last);
    },
    of: async (caseId) => under.get(caseId),
    all: async () => {
      await Promise.all(under.values());
    },
  };
}
