import type { SqlReviewRow } from '@myriad/contract';

/** What was refused first, the lowest score first; files without SQL last. */
export const worstFirst = (rows: readonly SqlReviewRow[]): readonly SqlReviewRow[] =>
  rows.toSorted(
    (a, b) =>
      Number(a.statements === 0) - Number(b.statements === 0) ||
      Number(a.passed) - Number(b.passed) ||
      (a.lowest ?? -1) - (b.lowest ?? -1) ||
      (a.file ?? '').localeCompare(b.file ?? '', 'en'),
  );
