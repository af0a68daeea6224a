import { type Endpoint, getTask } from '@myriad/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useAnswer } from '../../shared/api/use-answer.ts';

const ended = new Set(['done', 'failed', 'cancelled', 'paused', 'undone']);

/** Follows a task that was started here; once it has ended, what it may have changed is asked anew. */
export function useWatchedTask(taskId: string | undefined, refreshes: readonly Endpoint[]) {
  const queries = useQueryClient();
  const params = { params: { taskId: taskId ?? '' } };
  const task = useAnswer(getTask, params, { enabled: taskId !== undefined, everyMs: 1000 });
  const state = task.data?.id === taskId ? task.data?.state : undefined;
  const isOver = state !== undefined && ended.has(state);
  useEffect(() => {
    if (isOver) for (const { id } of refreshes) void queries.invalidateQueries({ queryKey: [id] });
  }, [isOver, queries, refreshes]);
  return { state, runs: taskId !== undefined && !isOver };
}
