import { useThingName } from '../frame/use-thing-name.ts';

/** What is held, as people call it; whole on hover. */
export function LockNames({ locks }: { locks: readonly string[] }) {
  const nameOf = useThingName();
  return locks.map((lock) => (
    <span key={lock} title={lock} className="nowrap" style={{ marginRight: 10 }}>
      {nameOf(lock)?.words ?? <code>{lock}</code>}
    </span>
  ));
}
