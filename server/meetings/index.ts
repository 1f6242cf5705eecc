export { bookingRoutes } from './booking-routes.ts';
export { meetingRoutes } from './routes.ts';
