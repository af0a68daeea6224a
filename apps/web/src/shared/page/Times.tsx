import { formatDuration, formatExact, formatRelative, formatRunning } from '../format/format-time.ts';
import { useLanguage } from '../words/use-words.ts';
import { useNow } from './use-now.ts';

/** "3 min. ago", the exact moment on hover. */
export function RelativeTime({ at }: { at: number }) {
  const now = useNow('slow');
  const language = useLanguage();
  return (
    <time className="nowrap" dateTime={new Date(at).toISOString()} title={formatExact(at, language)}>
      {formatRelative(at, Math.max(now, Date.now()), language)}
    </time>
  );
}

/** How long it took, or how long it has been going on. */
export function Elapsed({ from, to }: { from: number; to?: number | undefined }) {
  return to === undefined ? <Running from={from} /> : <span className="nowrap">{formatDuration(to - from)}</span>;
}

function Running({ from }: { from: number }) {
  const now = useNow('second');
  return <span className="nowrap">{formatRunning(now - from)}</span>;
}
