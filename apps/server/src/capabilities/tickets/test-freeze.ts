import { inTransaction } from '../../platform/database/in-transaction.ts';
import { insertFreeze } from '../tasks/store/freezes.ts';
import type { TicketLab } from './testing.ts';
import type { HeldClock } from './testing-scene.ts';

const hour = 3_600_000;

/** From an hour ago to an hour from now, over everything unless said otherwise. */
export async function freeze(lab: TicketLab, clock: HeldClock, kinds?: readonly string[], hours = 1) {
  const at = clock.now();
  const scope = kinds ? { kind: 'task-kinds' as const, taskKinds: kinds } : { kind: 'everything' as const };
  const given = { id: `freeze-${at}`, name: 'Year end', reason: 'books close', scope };
  const untilAt = at + hours * hour;
  await inTransaction(lab.db, (tx) =>
    insertFreeze(tx, { ...given, fromAt: at - hour, untilAt }, { by: { id: 'x', name: 'x' }, at }),
  );
  return untilAt;
}
