/** Who asks for work that is done one after another. */
export interface Asking {
  /** account that waits for it; absent: the service itself */
  by?: string;
  /** what is only looked at comes after everything that is handed out */
  behind?: boolean;
}

/**
 * Work done one after another. So many may wait, so many of them for one account: nobody keeps everybody else out, and
 * what waits behind takes no place of what is before it. Where there is no place the work is not taken: undefined.
 */
export function openTurns({ most, ofOne }: { most: number; ofOne: number }) {
  let waiting: (Asking & { start: () => void })[] = [];
  let busy = false;

  const next = (): void => {
    const one = waiting.find(({ behind }) => !behind) ?? waiting[0];
    waiting = waiting.filter((other) => other !== one);
    busy = one !== undefined;
    one?.start();
  };

  const hasPlace = ({ by, behind = false }: Asking): boolean =>
    waiting.filter((one) => (one.behind ?? false) === behind).length < most &&
    (by === undefined || waiting.filter((one) => one.by === by).length < ofOne);

  return <T>(asking: Asking, work: () => Promise<T>): Promise<T> | undefined => {
    if (!hasPlace(asking)) return undefined;
    return new Promise((resolve, reject) => {
      const start = (): void => {
        void work().then(resolve, reject).finally(next);
      };
      waiting.push({ ...asking, start });
      if (!busy) next();
    });
  };
}
