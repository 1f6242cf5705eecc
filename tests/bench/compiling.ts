import { compile, compileBeside, size } from '../../engine/execution/index.ts';
import { moddleOptions } from '../prove/shipped-pathways.ts';
import { currentDrawing } from './current-drawing.ts';
import { figure } from './figure.ts';
import type { Figure } from './figure.ts';
import { Latencies } from './latencies.ts';

const TIMES = 5;

/** The whole pathway with its strands explored to the end, as publishing does. */
export async function measureCompiling(): Promise<Figure[]> {
  const xml = currentDrawing();
  const { places, transitions } = size(await compile(xml, moddleOptions));
  const [here, beside] = [new Latencies(), new Latencies()];
  for (let time = 0; time < TIMES; time += 1) {
    await here.time(() => compile(xml, moddleOptions));
    await beside.time(() => compileBeside(xml, moddleOptions));
  }
  return [
    figure(
      'compiling, warm',
      here.at(0.5) / 1000,
      's',
      `${String(places)} places, ${String(transitions)} transitions; median of ${String(TIMES)}`,
    ),
    figure(
      'compiling in a thread of its own',
      beside.at(0.5) / 1000,
      's',
      'cold: as a server does at its first start',
    ),
  ];
}
