import { get } from '../api/request.ts';

/** Opens what asks for a fresh proof of who takes it: the proof is shown first, since a download can't ask. */
export async function openConfirmed(event: Event): Promise<void> {
  event.preventDefault();
  const { href, target } = event.currentTarget as HTMLAnchorElement;
  const confirmed = await get('/session/confirmed');
  if (confirmed.ok) open(href, target || '_self', 'noopener');
}
