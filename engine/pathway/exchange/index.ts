/** Front door of what comes from, and goes to, other drawing programs. */
export { importDrawing } from './import-drawing.ts';
export type { ImportedDrawing, ImportFinding, ImportOffer } from './import-finding.ts';
export { leaveOut, takeOffers } from './take-offers.ts';
export type { Accepted } from './take-offers.ts';
export { roundTrip } from './round-trip.ts';
export type { RoundTrip } from './round-trip.ts';
export type { KeptOfKind, Lost } from './compare-tags.ts';
