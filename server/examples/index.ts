export { checkShape } from './check-shape.ts';
export type { Example, ExampleStep } from './example.ts';
export { actorOf, runExample } from './run-example.ts';
export type { Told } from './run-example.ts';
export type { Standing } from './standing.ts';
export { tryExamples } from './try-examples.ts';
export type { Tried } from './try-examples.ts';
