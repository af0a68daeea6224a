/** Rows that are read again while others are still on their way: of two answers about one row the one asked later counts. */
export interface NewestRows {
  /** Called when rows are asked for; gives what keeps, of the answer, those nobody asked for since. */
  ask(ids: readonly string[]): <Row extends { readonly id?: unknown }>(rows: readonly Row[]) => readonly Row[];
}

export function createNewestRows(): NewestRows {
  const askedLast = new Map<string, number>();
  let turn = 0;
  return {
    ask: (ids) => {
      turn += 1;
      const mine = turn;
      for (const id of ids) askedLast.set(id, mine);
      return (rows) => rows.filter(({ id }) => typeof id === 'string' && askedLast.get(id) === mine);
    },
  };
}
