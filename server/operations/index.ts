export { closeDown, closeOnSignal } from './close-down.ts';
export { onDuty, type Duty } from './duty.ts';
export { sayHere, startSayingHere } from './nodes.ts';
export { operationsRoutes } from './routes.ts';
export { sayConfiguration } from './say-configuration.ts';
