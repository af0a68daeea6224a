import type { Words } from '@myriad/contract';
import type { Progress } from '@myriad/runbook';
import type { Reader } from '../../platform/database/schema.ts';
import { fromColumn, jsonOf } from './store/json-column.ts';
import { listBegunTasks } from './store/list-tasks.ts';
import type { TaskParts } from './task-parts.ts';

/** A step that has begun and not ended. */
export interface OpenStep {
  readonly id: string;
  readonly title: Words;
  readonly target?: string;
  /** Epoch ms. */
  readonly since?: number;
  /** Its work runs on its own, apart from this server, and is found again by its handle: nobody has to wait for it. */
  readonly detached: boolean;
  readonly progress?: Progress;
}

export interface OpenWork {
  readonly taskId: string;
  readonly title: Words;
  readonly state: string;
  /** This process works on it this moment: it must not be ended yet. */
  readonly driven: boolean;
  readonly steps: readonly OpenStep[];
}

interface Parts extends Pick<TaskParts, 'steps'> {
  readonly db: Reader;
  readonly isDriving: (taskId: string) => boolean;
}

/** Tasks that have begun and not ended, oldest first, with their open steps: what somebody who ends this process asks for. */
export async function listWork({ db, steps, isDriving }: Parts): Promise<readonly OpenWork[]> {
  const rows = await listBegunTasks(db);
  return rows.map(({ task, openSteps }) => ({
    taskId: task.id,
    title: jsonOf<Words>(task.title),
    state: task.state,
    driven: isDriving(task.id),
    steps: openSteps.map((row): OpenStep => {
      const progress = fromColumn<Progress>(row.progress);
      return {
        id: row.step_id,
        title: steps.get(row.step)?.title ?? { en: row.step, zh: row.step },
        ...(row.target === null ? {} : { target: row.target }),
        ...(row.started_at === null ? {} : { since: row.started_at }),
        detached: row.handle !== null,
        ...(progress === undefined ? {} : { progress }),
      };
    }),
  }));
}
