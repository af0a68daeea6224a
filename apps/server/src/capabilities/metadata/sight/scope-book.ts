import type { Scope } from '@myriad/contract';
import type { Reader } from '../../../platform/database/schema.ts';
import type { ScopeBook } from '../../auth/index.ts';

/** What the record calls a scope; an environment is there where it is described or a cluster lies in it. */
export const scopeBook: ScopeBook = {
  nameScope: async (db, { kind, id }) => {
    if (kind === 'all') return '';
    if (kind === 'environment') return (await isEnvironment(db, id)) ? id : undefined;
    const row = await db.selectFrom(kind).select('name').where('id', '=', id).executeTakeFirst();
    return row?.name;
  },
};

async function isEnvironment(db: Reader, name: Scope['id']): Promise<boolean> {
  const described = await db.selectFrom('environment').select('name').where('name', '=', name).executeTakeFirst();
  if (described) return true;
  const used = await db.selectFrom('cluster').select('id').where('environment', '=', name).limit(1).executeTakeFirst();
  return used !== undefined;
}
