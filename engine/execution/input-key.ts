import type { OpenItem } from '../contracts/index.ts';

/** The key of `Place.next` under which the input stands that an open item waits for. */
export function inputKey({ id, kind }: Pick<OpenItem, 'id' | 'kind'>): string {
  return `${kind === 'step' ? 'complete' : kind === 'call' ? 'return' : kind}:${id}`;
}
