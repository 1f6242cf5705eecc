/** A wake-up that failed this often waits for a person. */
export const mostAttempts = 5;

/** Said of a wake-up that was begun and given back by nobody. */
export const notEnded =
  'It was begun and never ended: the server went down with it, or took longer than it may.';
