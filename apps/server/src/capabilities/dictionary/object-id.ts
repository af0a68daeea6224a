import { createHash } from 'node:crypto';

/**
 * The id of a schema, a table, a column or an index: of cluster and exact names (an account's: of its instance), so that what vanishes and comes back is the same
 * thing, with all that people said of it.
 */
export const objectIdOf = (
  of: string,
  kind: 'schema' | 'table' | 'column' | 'index' | 'account',
  ...names: readonly string[]
): string =>
  createHash('sha256')
    .update(JSON.stringify([of, kind, ...names]))
    .digest('base64url');

/** Lists go by schema, table, and the place of a column; 175 characters at most. */
export const sortKeyOf = (schema: string, table = '', last = ''): string =>
  [schema, table, last].map((part) => part.slice(0, 60)).join('\u0001');
