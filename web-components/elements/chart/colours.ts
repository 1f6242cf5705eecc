/** Fills that differ in lightness too (Government Analysis Function, categorical palette), and the text upon each. */
const colours = [
  { fill: '#12436d', text: '#ffffff' },
  { fill: '#f46a25', text: '#0b0c0c' },
  { fill: '#801650', text: '#ffffff' },
  { fill: '#28a197', text: '#0b0c0c' },
  { fill: '#3d3d3d', text: '#ffffff' },
  { fill: '#a285d1', text: '#0b0c0c' },
] as const;

/** The colour of the series at this place; a seventh begins again, which its number tells apart. */
export function colourOf(at: number): { fill: string; text: string } {
  return colours[at % colours.length] ?? colours[0];
}
