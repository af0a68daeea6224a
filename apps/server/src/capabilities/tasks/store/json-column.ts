/** JSON columns of this slice hold what this slice wrote; null is an absent value. */
export const toColumn = (value: unknown): string | null => (value === undefined ? null : JSON.stringify(value));

/** The type is the one that was written: nobody else writes these columns. */
export const fromColumn = <T>(text: string | null): T | undefined =>
  text === null ? undefined : (JSON.parse(text) as T);

/** For columns that are never null. */
export const jsonOf = <T>(text: string): T => JSON.parse(text) as T;
