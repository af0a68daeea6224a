import type { TicketView } from '@myriad/contract';

export type StageName = 'submitted' | 'approval' | 'task' | 'done';

export interface Stage {
  readonly name: StageName;
  readonly progress: 'past' | 'now' | 'ahead' | 'failed';
  /** When it ended (ms), where that is known. */
  readonly at?: number;
  readonly by?: string;
}

type Staged = Pick<TicketView, 'state' | 'openedAt' | 'openedBy' | 'closedAt' | 'approvals'>;

const reached: Record<TicketView['state'], 1 | 2 | 3 | 4> = {
  waiting: 1,
  rejected: 1,
  withdrawn: 1,
  approved: 2,
  running: 2,
  failed: 2,
  cancelled: 2,
  done: 4,
};
const ended = new Set<TicketView['state']>(['rejected', 'withdrawn', 'failed', 'cancelled']);

/** The way of a ticket, and how far it has come: submitted → approval → execution → done. */
export function stagesOf(ticket: Staged): readonly Stage[] {
  const at = reached[ticket.state];
  const decision = ticket.approvals.at(-1);
  const moments: Record<StageName, { at?: number; by?: string }> = {
    submitted: { at: ticket.openedAt, by: ticket.openedBy.name },
    approval: decision ? { at: decision.at, by: decision.by.name } : {},
    task: {},
    done: ticket.closedAt === undefined ? {} : { at: ticket.closedAt },
  };
  const names: StageName[] = ['submitted', 'approval', 'task', 'done'];
  return names.map((name, position) => {
    const progress = position < at ? 'past' : position > at ? 'ahead' : ended.has(ticket.state) ? 'failed' : 'now';
    return { name, progress, ...(position <= at ? moments[name] : {}) };
  });
}
