import type { TaskState } from '@myriad/contract';
import type { Tx } from '../../platform/database/schema.ts';
import { followTask } from './follow-task.ts';
import { type BoundKind, bindKind, type TicketParts } from './parts.ts';
import { reconcileTickets } from './reconcile-tickets.ts';
import type { TicketKind } from './ticket-kind.ts';

export interface Tickets {
  /** What the routes serve from. */
  readonly parts: TicketParts;
  /** For the tasks slice to call in the transaction that changes a task's state. */
  followTask(
    tx: Tx,
    task: { readonly id: string; readonly state: TaskState; readonly errorCode?: string | undefined },
  ): Promise<void>;
  /** Brings every open ticket in line with its tasks; once at start. */
  reconcile(): Promise<void>;
}

/** `ports` are what the `prepare` functions of all kinds need, together. */
export function createTickets<Ports>(
  options: Omit<TicketParts, 'kinds'> & { readonly kinds: readonly TicketKind<Ports>[]; readonly ports: Ports },
): Tickets {
  const { kinds, ports, ...rest } = options;
  const parts: TicketParts = { ...rest, kinds: mapOf(kinds.map((kind) => bindKind(kind, ports))) };
  return {
    parts,
    followTask: (tx, task) => followTask(parts, tx, task),
    reconcile: () => reconcileTickets(parts),
  };
}

function mapOf(kinds: readonly BoundKind[]): ReadonlyMap<string, BoundKind> {
  const byName = new Map<string, BoundKind>();
  for (const kind of kinds) {
    if (byName.has(kind.kind)) throw new Error(`two ticket kinds are called ${kind.kind}`);
    byName.set(kind.kind, kind);
  }
  return byName;
}
