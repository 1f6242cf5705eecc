// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { openConfirmed } from '../../../web-components/api-office/confirmed.ts';
import { whenUnconfirmed } from '../../../web-components/api/request.ts';

describe('a link to what asks for a fresh proof', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    document.body.replaceChildren();
  });

  const follow = async (answers: Response[], confirms: boolean) => {
    const open = vi.fn();
    vi.stubGlobal('open', open);
    vi.stubGlobal('fetch', () => Promise.resolve(answers.shift()));
    whenUnconfirmed(() => Promise.resolve(confirms));
    const link = document.createElement('a');
    link.href = '/api/audit/people/sam/entries.csv';
    let done = Promise.resolve();
    link.addEventListener('click', (event) => (done = openConfirmed(event)));
    document.body.append(link);
    const event = new MouseEvent('click', { cancelable: true });
    link.dispatchEvent(event);
    await done;
    return { open, isHeld: event.defaultPrevented };
  };
  const asks = () => Response.json({ refusal: { reason: 'step-up', message: 'Again' } }, { status: 403 });

  it('asks first, and opens once it was shown', async () => {
    const { open, isHeld } = await follow([asks(), Response.json({ ok: true })], true);
    expect(isHeld).toBe(true);
    expect(open.mock.calls).toEqual([
      [expect.stringMatching(/\/api\/audit\/people\/sam\/entries\.csv$/), '_self', 'noopener'],
    ]);
  });

  it('opens nothing where it was not', async () => {
    expect((await follow([asks()], false)).open).not.toHaveBeenCalled();
  });
});
