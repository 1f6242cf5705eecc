export { bookingRoutes } from './booking-routes.ts';
export { asOwnStep } from './meeting-of.ts';
export { minutesOf } from './minute-taker.ts';
export { meetingRoutes } from './routes.ts';
