import { ProblemError } from '../../platform/http/problem-error.ts';
import type { ScopedThing } from '../auth/index.ts';
import { metadataThings } from '../metadata/index.ts';
import { findFinding } from './store/findings.ts';

/** A finding is seen, and handled, with what it is about; of a thing that is gone, by who sees everything. */
export const findingThing: ScopedThing = {
  notFound: (id) => new ProblemError('FINDING_NOT_FOUND', { id }),
  stands: async (db, id) => {
    const finding = await findFinding(db, id);
    if (!finding) return undefined;
    return (await metadataThings[finding.entity].stands(db, finding.entityId)) ?? { shownBy: [], shown: 'one' };
  },
};
