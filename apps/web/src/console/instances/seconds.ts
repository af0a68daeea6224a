import { formatDuration } from '../../shared/format/format-time.ts';

/** `3 s`, `4:07`, `2 d 03:10`; what is not known is a dash, never 0. */
export const formatSeconds = (seconds: number | null | undefined): string =>
  seconds === null || seconds === undefined || seconds < 0
    ? '—'
    : seconds < 60
      ? `${Math.round(seconds)} s`
      : formatDuration(seconds * 1000);
