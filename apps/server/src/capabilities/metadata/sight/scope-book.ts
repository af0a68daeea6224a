import type { ScopeBook } from '../../auth/index.ts';
import { findNameOf, isEnvironment } from '../store/places.ts';

/** What the record calls a scope; an environment is there where it is described or a cluster lies in it. */
export const scopeBook: ScopeBook = {
  nameScope: async (db, { kind, id }) => {
    if (kind === 'all') return '';
    if (kind === 'environment') return (await isEnvironment(db, id)) ? id : undefined;
    return findNameOf(db, kind, id);
  },
};
