export { bookedFor, bookedOn } from './as-read.ts';
export { clashesOn, plainly, type Clash } from './clashes.ts';
export { keepBooked, type Booked } from './keep-booked.ts';
