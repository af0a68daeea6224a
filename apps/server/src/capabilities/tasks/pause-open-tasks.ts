import type { StepError } from '@myriad/runbook';
import type { Clock } from '../../platform/clock/clock.ts';
import type { Tx } from '../../platform/database/schema.ts';
import { appendChange } from './store/append-change.ts';
import { listOpenTasks } from './store/list-tasks.ts';

/**
 * Pauses every task that has not ended, with the reason, for a person to decide; nothing runs meanwhile. For a store that is
 * older than the world: what it believes to be under way may long be over. Returns how many.
 */
export async function pauseOpenTasks(tx: Tx, clock: Clock, error: StepError): Promise<number> {
  const ids = await listOpenTasks(tx);
  const at = clock.now();
  for (const id of ids) {
    const told = { at, type: 'task', state: 'paused', level: 'warning', words: error.words } as const;
    await appendChange(tx, id, { task: { state: 'paused', error }, events: [told] }, at);
  }
  return ids.length;
}
