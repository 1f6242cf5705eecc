/** What a page hears from a server, one message after the other. */
export interface Heard {
  /** the next message; 'ended' when the server ended the stream */
  next(): Promise<Record<string, unknown> | 'ended'>;
  /** waits for the first message that is as asked; 'ended' when the stream ends before */
  until(isIt: (said: Record<string, unknown>) => boolean): Promise<Record<string, unknown> | 'ended'>;
  leave(): Promise<void>;
}

/** Opens the stream of live events at a server, as a page of the person with this cookie does. */
export async function listen(address: string, cookie: string): Promise<Heard> {
  const away = new AbortController();
  const response = await fetch(`${address}/api/live`, { headers: { cookie }, signal: away.signal });
  if (!response.ok || !response.body) throw new Error(`nothing to hear: ${String(response.status)}`);
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  const next: Heard['next'] = async () => {
    for (;;) {
      const match = /data: (.*)\n\n/.exec(text);
      if (match) {
        text = text.slice(match.index + match[0].length);
        return JSON.parse(match[1] ?? '') as Record<string, unknown>;
      }
      const read = await reader.read().catch(() => undefined);
      if (!read || read.done) return 'ended';
      text += read.value;
    }
  };
  return {
    next,
    async until(isIt) {
      for (;;) {
        const said = await next();
        if (said === 'ended' || isIt(said)) return said;
      }
    },
    async leave() {
      away.abort();
    },
  };
}
