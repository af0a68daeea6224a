import { useState } from 'react';

const everyMs = 2_000;

/** Asks every two seconds while the page is seen, until it is paused. */
export function useLive() {
  const [isPaused, setPaused] = useState(false);
  return { isPaused, setPaused, everyMs: isPaused ? (false as const) : everyMs };
}
