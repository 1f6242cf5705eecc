import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkVersion } from '../../server/pathways/check-version.ts';
import { openDrawing } from '../support/open-drawing.ts';

test('bpmn-js opens the redesigned pathway without a warning, with a page for each stage', async () => {
  const file = new URL('../../processes/child-protection/2-redesigned/pathway.bpmn', import.meta.url);
  const drawing = await openDrawing(readFileSync(file, 'utf8'));
  try {
    expect(drawing.warnings).toEqual([]);
    expect(drawing.pages).toEqual([
      'collaboration',
      'contact_plane',
      'referral_plane',
      'assessment_plane',
      'strategy-discussion_plane',
      'section-47-enquiry_plane',
      'transfer-in_plane',
      'initial-conference_plane',
      'protection-plan_plane',
      'child-in-need_plane',
    ]);
    expect((await drawing.picture('protection-plan_plane')).length).toBeGreaterThan(10_000);
  } finally {
    await drawing.close();
  }
});

test('the redesigned pathway is sound, passes every check and stays far below five hundred places', async () => {
  const folder = new URL('../../processes/child-protection/2-redesigned', import.meta.url);
  const { findings, size } = await checkVersion(folder.pathname);
  expect(findings).toEqual([]);
  expect(size.places).toBeLessThan(500);
});
