import type { RequestKind } from '@myriad/runbook';
import { newId } from '../../../platform/database/new-id.ts';
import type { Tx } from '../../../platform/database/schema.ts';

/** A decision for the next drive to act on. */
export async function insertRequest(
  tx: Tx,
  request: {
    readonly taskId: string;
    readonly kind: RequestKind;
    readonly stepId?: string | undefined;
    readonly by: string;
    readonly reason?: string | undefined;
    readonly at: number;
  },
): Promise<void> {
  await tx
    .insertInto('task_request')
    .values({
      id: newId(),
      task_id: request.taskId,
      kind: request.kind,
      step_id: request.stepId ?? null,
      by_name: request.by,
      reason: request.reason ?? null,
      created_at: request.at,
      handled_at: null,
    })
    .execute();
}
