import { DatabaseSync } from 'node:sqlite';

export interface StepRow {
  readonly step_id: string;
  readonly state: string;
  readonly attempt: number;
  readonly handle: string | null;
}

export interface AttemptRow {
  readonly step_id: string;
  readonly attempt: number;
  readonly outcome: string | null;
}

export interface SeatRow {
  readonly id: string;
  readonly role: string;
  readonly state: string;
  readonly directory: string;
  readonly host: string;
}

/** The store as it lies on the disk, looked at from outside while its server is dead or at work. */
export function readJournal(file: string, ticketId: string) {
  const db = new DatabaseSync(file, { readOnly: true, timeout: 5000 });
  const all = <T>(sql: string, ...values: string[]) => db.prepare(sql).all(...values) as T[];
  try {
    const [task] = all<{ id: string; state: string }>('select id, state from task where ticket_id = ?', ticketId);
    const taskId = task?.id ?? '';
    return {
      taskId,
      state: task?.state ?? '',
      steps: all<StepRow>(
        'select step_id, state, attempt, handle from task_step where task_id = ? order by position',
        taskId,
      ),
      attempts: all<AttemptRow>(
        'select step_id, attempt, outcome from step_attempt where task_id = ? order by step_id, attempt',
        taskId,
      ),
      locks: all<{ resource: string }>('select resource from resource_lock'),
      seats: all<SeatRow>(
        'select i.id, i.role, i.state, i.directory, h.name as host from instance i join host h on h.id = i.host_id',
      ),
    };
  } finally {
    db.close();
  }
}
export type Journal = ReturnType<typeof readJournal>;
