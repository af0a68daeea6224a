/** `cluster/01a2…c16f2`: what is held, its id cut in the middle, whole on hover. */
export function LockNames({ locks }: { locks: readonly string[] }) {
  return locks.map((lock) => (
    <code key={lock} title={lock} style={{ marginRight: 8 }}>
      {lock.length > 24 ? `${lock.slice(0, lock.indexOf('/') + 5)}…${lock.slice(-6)}` : lock}
    </code>
  ));
}
