import { canonicalJson } from '@myriad/runbook';

export interface FieldChange {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** The fields of `patch` whose value really differs from the record's; a field that is absent (undefined) is left alone. */
export function changedFields<R extends object>(record: R, patch: Partial<R>): readonly FieldChange[] {
  const before = record as Readonly<Record<string, unknown>>;
  return Object.entries(patch)
    .filter(([field, after]) => after !== undefined && canonicalJson(before[field]) !== canonicalJson(after))
    .map(([field, after]) => ({ field, before: before[field] ?? null, after }));
}

/** The record with its changed fields; the rest as it was. */
export const withChanges = <R extends object>(record: R, changes: readonly FieldChange[]): R => ({
  ...record,
  ...Object.fromEntries(changes.map(({ field, after }) => [field, after])),
});

/** The columns that differ between two rows: an update of one field never writes a stale value over another one. */
export const changedColumns = <Row extends object>(before: Row, after: Row): Partial<Row> =>
  Object.fromEntries(
    Object.entries(after).filter(([column, value]) => (before as Record<string, unknown>)[column] !== value),
  ) as Partial<Row>;
