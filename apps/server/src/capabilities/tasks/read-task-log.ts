import type { Actor } from '../../platform/policy/decision.ts';
import { sightOf } from '../metadata/index.ts';
import { operators } from './policy.ts';
import { type SaidByTask, type SaidRange, walkSaid } from './store/walk-said.ts';
import type { TaskParts } from './task-parts.ts';

/** What steps said within a time, newest first, in pages: of tasks one operates within one's rights, and of own tickets. */
export const readTaskLog = (
  { db, ownTicketIds }: Pick<TaskParts, 'db' | 'ownTicketIds'>,
  actor: Actor,
  range: SaidRange,
): AsyncIterable<readonly SaidByTask[]> =>
  walkSaid(db, range, { sight: sightOf(actor, operators), own: ownTicketIds?.(actor.id) });
