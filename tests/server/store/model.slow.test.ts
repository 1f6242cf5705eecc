import { describe, expect, it } from 'vitest';
import { modelStore } from '../../prove/store-model.ts';
import { storeIn, temporaryFolder } from '../support/temporary-store.ts';

describe('a store', () => {
  it('behaves as the contract says, whatever commands come in whatever order through whichever connection', async () => {
    const folder = temporaryFolder();
    try {
      const ran = await modelStore({ open: async () => storeIn(folder.path) }, 60);
      expect(ran.runs).toBeGreaterThanOrEqual(60);
      expect(ran.commands).toBeGreaterThan(100);
    } finally {
      folder.remove();
    }
  });
});
