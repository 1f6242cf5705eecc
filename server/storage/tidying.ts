import type { Services } from '../services.ts';

const hourMilliseconds = 60 * 60 * 1000;

/** Has the store tidied up before anybody is served, and by the hour after. What fails is tried again an hour later. */
export async function startTidying({
  store,
  clock,
  failed,
}: Services & { failed: (fault: unknown) => void }): Promise<{ stop(): Promise<void> }> {
  await store.tidy(clock.now(), true).catch(failed);
  let under: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    under = store.tidy(clock.now()).catch(failed);
  }, hourMilliseconds);
  timer.unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await under;
    },
  };
}
