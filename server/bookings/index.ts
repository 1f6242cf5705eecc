export { clashesOn, type Clash } from './clashes.ts';
export { keepBooked, type Booked } from './keep-booked.ts';
