import { describe, expect, it } from 'vitest';
import { addressOf, addressOfThing, placeIn } from '../../../web-components/pages/draft/place.ts';

describe('a place in a draft', () => {
  it('is an address, and an address is a place', () => {
    const address = addressOf('d1', 'forms', { form: 'visit', question: 'seen' });
    expect(address).toBe('/pathway/drafts/d1?view=forms&form=visit&question=seen');
    expect(placeIn(new URLSearchParams(address.split('?')[1]))).toEqual({
      view: 'forms',
      focusOn: { form: 'visit', question: 'seen' },
    });
  });

  it('is the drawing where an address asks for nothing, or for what there is not', () => {
    expect(placeIn(new URLSearchParams('view=nowhere'))).toEqual({ view: 'drawing', focusOn: undefined });
    expect(addressOf('d1', 'drawing')).toBe('/pathway/drafts/d1');
  });

  const files = { 'pathway.bpmn': '<task id="write"/><task id="visit"/>', 'forms/report.json': '{}' };

  it('of a step is the outline, of a form or its question the form, of anything else none', () => {
    expect(addressOfThing('d1', files, { element: 'write' })).toMatch(/view=outline&element=write$/);
    expect(addressOfThing('d1', files, { element: 'report' })).toMatch(/view=forms&form=report$/);
    expect(addressOfThing('d1', files, { form: 'report', question: 'q' })).toMatch(/form=report&question=q$/);
    expect(addressOfThing('d1', files, { element: 'report', question: 'q' })).toMatch(
      /form=report&question=q$/,
    );
    expect(addressOfThing('d1', files, { element: 'a-timescale' })).toBeUndefined();
    expect(addressOfThing('d1', files, {})).toBeUndefined();
  });
});
