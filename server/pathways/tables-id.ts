import { hash } from 'node:crypto';

/** Under which id the tables of a drawing are kept: they come from the drawing alone, whatever its forms say. */
export const tablesId = (xml: string): string => `drawing-${hash('sha256', xml, 'hex')}`;
