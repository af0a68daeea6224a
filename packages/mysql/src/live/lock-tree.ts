import type { LockWait } from './live.ts';

/** One line of the tree of who blocks whom, in the order it is read: a blocker, below it those who wait for it. */
export interface LockRow {
  /** null = held by no session: a prepared XA transaction, or the server does not say whom. */
  readonly session: number | null;
  /** 0 = a root: it waits for nobody. */
  readonly depth: number;
  /** Sessions that wait because of it, also indirectly. */
  readonly blocks: number;
  /** What it waits for; absent at a root. */
  readonly wait?: LockWait;
  /** Further sessions it waits for besides the one it stands below. */
  readonly alsoBehind: number;
  /** It waits for itself by way of others: a deadlock the server does not see (metadata and row locks mixed). */
  readonly isCircle: boolean;
}

export const mostLockRows = 1000;

/** Whom a waiter stands below: one that waits for nobody, else the one that has waited longest. */
function foremost(waits: readonly LockWait[], waitsOf: ReadonlyMap<number, readonly LockWait[]>): LockWait | undefined {
  const longest = ({ blocking }: LockWait) =>
    blocking === null ? Number.POSITIVE_INFINITY : (waitsOf.get(blocking)?.[0]?.seconds ?? Number.POSITIVE_INFINITY);
  return [...waits].sort((a, b) => longest(b) - longest(a) || (a.blocking ?? 0) - (b.blocking ?? 0))[0];
}

/** Who blocks whom, as a tree in reading order: every waiter stands once, below its foremost blocker. Pure. */
export function lockTree(waits: readonly LockWait[]): { readonly rows: readonly LockRow[]; readonly more: boolean } {
  const waitsOf = Map.groupBy(
    waits.filter(({ waiting, blocking }) => waiting !== blocking),
    ({ waiting }) => waiting,
  );
  const below = new Map<number | null, LockWait[]>();
  for (const own of waitsOf.values()) {
    const first = foremost(own, waitsOf);
    if (first) below.set(first.blocking, [...(below.get(first.blocking) ?? []), first]);
  }
  for (const children of below.values()) children.sort((a, b) => (b.seconds ?? 0) - (a.seconds ?? 0));

  const rows: LockRow[] = [];
  const seen = new Set<number | null>();
  function walk(session: number | null, depth: number, wait: LockWait | undefined, isCircle: boolean): number {
    seen.add(session);
    const at = rows.length;
    const behind = new Set((session === null ? [] : (waitsOf.get(session) ?? [])).map(({ blocking }) => blocking));
    const row = { session, depth, alsoBehind: wait ? behind.size - 1 : 0, isCircle, ...(wait ? { wait } : {}) };
    rows.push({ ...row, blocks: 0 });
    let blocks = 0;
    for (const child of below.get(session) ?? [])
      if (!seen.has(child.waiting)) blocks += 1 + walk(child.waiting, depth + 1, child, false);
    rows[at] = { ...row, blocks };
    return blocks;
  }
  const roots = [...below.keys()].filter((session) => session === null || !waitsOf.has(session));
  const waitersOf = (session: number | null) => below.get(session)?.length ?? 0;
  for (const root of roots.sort((a, b) => waitersOf(b) - waitersOf(a))) walk(root, 0, undefined, false);
  // Whoever no root leads to waits in a circle.
  for (const [session, own] of waitsOf) if (!seen.has(session)) walk(session, 0, foremost(own, waitsOf), true);
  return { rows: rows.slice(0, mostLockRows), more: rows.length > mostLockRows };
}
