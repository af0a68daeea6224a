import { ProblemError } from '../../platform/http/problem-error.ts';
import type { ScopedThing } from '../auth/index.ts';
import { findTaskRow } from './store/load-run.ts';
import { listTaskPlaces } from './store/subjects.ts';

/** Who opened a ticket; answered by the tickets slice. */
export type FindTicketOpener = (
  db: Parameters<ScopedThing['stands']>[0],
  ticketId: string,
) => Promise<string | undefined>;

/** A task as a thing rights reach: by one on all that it is about, and by whoever opened its ticket. */
export const createTaskThing = (findOpener: FindTicketOpener): ScopedThing => ({
  shownTo: ['dba', 'administrator'],
  notFound: () => new ProblemError('TASK_NOT_FOUND'),
  stands: async (db, id) => {
    const task = await findTaskRow(db, id);
    if (!task) return undefined;
    const ownerId = task.ticket_id === null ? undefined : await findOpener(db, task.ticket_id);
    return { shownBy: await listTaskPlaces(db, id), shown: 'each', ...(ownerId === undefined ? {} : { ownerId }) };
  },
});
