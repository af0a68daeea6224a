/** One row of EXPLAIN, with the server's own words. */
export interface PlanStep {
  readonly id: number;
  /** SIMPLE, PRIMARY, DEPENDENT SUBQUERY, MATERIALIZED, DERIVED … */
  readonly selectType: string;
  /** Table or alias; `<derived2>` and the like as the server writes them. */
  readonly table: string;
  /** ALL, index, range, ref, eq_ref, const … */
  readonly access: string;
  readonly possibleKeys: readonly string[];
  readonly key: string | undefined;
  /** Bytes of the key that are used. */
  readonly keyLength: number | undefined;
  readonly rows: number;
  /** Per cent of the rows that pass the rest of the filter. */
  readonly filtered: number;
  /** `Using filesort`, `Using temporary` …, one each. */
  readonly extra: readonly string[];
}

export interface PlanFacts {
  readonly steps: readonly PlanStep[];
  /** `query_cost` of the JSON plan. */
  readonly cost?: number;
  /** What the server said instead of a plan. */
  readonly error?: { readonly code: number; readonly message: string };
  /** Rows a change touches: counted, or estimated by EXPLAIN. */
  readonly affectedRows?: { readonly count: number; readonly isExact: boolean };
  /** Rows that break the unique key that is to be added. */
  readonly duplicates?: number;
}
