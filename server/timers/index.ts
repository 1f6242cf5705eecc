export { pollOnce, startPoller, type PollerOptions } from './poller.ts';
