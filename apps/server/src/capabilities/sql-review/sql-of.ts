import type { ReviewedStatement } from '@myriad/contract';

/** What a statement says: of a mapper, the SQL its element gives; else what stands in the text. */
export const sqlOf = (text: string, { mapped, start, end }: ReviewedStatement): string =>
  mapped?.sql ?? text.slice(start, end);
