/** Between the window in which somebody confirms who they are and the page that waits for it. */
const name = 'throughline-confirmed';

interface Told {
  refused: string | null;
}

/** Tells the waiting page how it went: null when confirmed, else the code of the refusal. */
export function tellConfirmed(refused: string | null): void {
  const channel = new BroadcastChannel(name);
  channel.postMessage({ refused } satisfies Told);
  channel.close();
}

/** Hears it until the returned function is called. The server alone decides: a page that lies gains nothing. */
export function hearConfirmed(listener: (refused: string | null) => void): () => void {
  const channel = new BroadcastChannel(name);
  channel.addEventListener('message', (event: MessageEvent<Told>) => listener(event.data.refused));
  return () => channel.close();
}
