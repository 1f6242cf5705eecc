import { monitorEventLoopDelay } from 'node:perf_hooks';

/** How long the event loop of this process stood still at the most, in milliseconds. */
export interface Standstill {
  /** as seen from outside: on a machine with other work to do, their time is in it */
  longest: number;
  /** the most that this thread worked between two of its turns: what it did itself */
  ownWork: number;
}

/** Watches the event loop until it is told to stop. */
export function watchLoop(): () => Standstill {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  let before = process.threadCpuUsage();
  let ownWork = 0;
  const turn = setInterval(() => {
    const { user, system } = process.threadCpuUsage(before);
    before = process.threadCpuUsage();
    ownWork = Math.max(ownWork, (user + system) / 1000);
  }, 1);
  return () => {
    clearInterval(turn);
    delay.disable();
    return { longest: delay.max / 1e6, ownWork };
  };
}
