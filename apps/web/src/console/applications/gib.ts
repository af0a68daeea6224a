const gib = 1024 ** 3;

/** Bytes as people type them; nothing stays nothing. */
export const gibOf = (bytes: number | null | undefined): number | undefined =>
  bytes === null || bytes === undefined ? undefined : Math.round((bytes / gib) * 1000) / 1000;

/** null: no limit. */
export const bytesOf = (amount: number | null | undefined): number | null =>
  amount === null || amount === undefined ? null : Math.round(amount * gib);
