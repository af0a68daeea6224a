import type { Reader } from '../../../platform/database/schema.ts';
import { listFreezes } from '../store/freezes.ts';
import { type ChangeFreeze, findFreeze } from './schedule.ts';

/** The change freeze that holds tasks of this kind (or made by the schedule with this id) back at that moment (epoch ms); of several the one that ends last. */
export async function findTaskFreeze(
  db: Reader,
  of: { readonly taskKind: string; readonly id?: string },
  at: number,
): Promise<ChangeFreeze | undefined> {
  const inForce = await listFreezes(db, { fromAt: at, untilAt: at + 1 });
  return inForce
    .filter((freeze) => findFreeze([freeze], of, at) !== undefined)
    .toSorted((a, b) => b.untilAt - a.untilAt)[0];
}
