import type { Scope, ScopeView } from '@myriad/contract';
import type { Reader } from '../../../platform/database/schema.ts';
import type { Right } from './right.ts';

/** What scopes name, answered by the slice that keeps those records. */
export interface ScopeBook {
  /** The name people know it by; undefined: there is no such scope. */
  nameScope(db: Reader, scope: Scope): Promise<string | undefined>;
}

/** For a server without records: every scope is taken at its word. */
export const anyScope: ScopeBook = { nameScope: async (_db, { id }) => id };

/** The same for many, each looked up once. */
export async function viewScopes(
  db: Reader,
  book: ScopeBook,
  rights: readonly Pick<Right, 'scope'>[],
): Promise<(scope: Scope) => ScopeView> {
  const names = new Map<string, string | undefined>();
  const keyOf = ({ kind, id }: Scope) => `${kind}/${id}`;
  for (const { scope } of rights)
    if (scope.kind !== 'all' && !names.has(keyOf(scope))) names.set(keyOf(scope), await book.nameScope(db, scope));
  return (scope) => {
    const name = names.get(keyOf(scope));
    return { ...scope, ...(name === undefined ? {} : { name }) };
  };
}
