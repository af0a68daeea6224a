/** What a look before this one knew of a table or an index. */
export interface KnownUse {
  readonly reads: number | null;
  readonly writes: number | null;
  readonly quietSince: number | null;
}

/**
 * Since when nobody used it: null = it was used. It begins to count with the first look that saw it unused, never with the start
 * of the server: a table that was altered, or an index that is new, begins at nought without telling anybody. Pure.
 */
export function quietSince(
  before: KnownUse | undefined,
  now: { readonly reads: number; readonly writes: number },
  /** `since`: when the counters began; `at`: when they were read; `reset`: its table counts less than before. */
  { since, at, reset }: { readonly since: number; readonly at: number; readonly reset: boolean },
): number | null {
  if (now.reads + now.writes > 0) return null;
  if (reset || before === undefined || before.quietSince === null) return at;
  return Math.max(before.quietSince, since);
}
