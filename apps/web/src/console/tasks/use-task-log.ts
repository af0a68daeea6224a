import { getTask, getTicket, listTaskEvents, type TaskEvent } from '@myriad/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useReducer, useState } from 'react';
import { client } from '../../shared/api/client.ts';
import { followTaskEvents } from '../../shared/api/follow-events.ts';
import { addEvents, emptyLog, type TaskLog } from './task-log.ts';

const settleMs = 250;
const pageSize = 1000;

type LogAct = readonly TaskEvent[] | 'start over';
const reduceLog = (log: TaskLog, act: LogAct): TaskLog => (act === 'start over' ? emptyLog : addEvents(log, act));

/** Reads what was recorded, page by page, for a task that is over. */
async function readAllEvents(taskId: string, signal: AbortSignal, onEvents: (events: readonly TaskEvent[]) => void) {
  for (let after = 0; ; ) {
    const { items } = await client.call(listTaskEvents, {
      params: { taskId },
      query: { after, limit: pageSize },
      signal,
    });
    onEvents(items);
    if (items.length < pageSize) return;
    after = items.at(-1)?.seq ?? after;
  }
}

/**
 * The log of a task, live while it is not over. A change of state makes the task itself be asked for again, so that what
 * is shown of it is always one whole answer of the platform, never pieced together here.
 */
export function useTaskLog(taskId: string, isOver: boolean): { log: TaskLog; lostSince: number | undefined } {
  const queries = useQueryClient();
  const [log, add] = useReducer(reduceLog, emptyLog);
  const [lostSince, setLostSince] = useState<number>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another task begins another log
  useEffect(() => add('start over'), [taskId]);
  useEffect(() => {
    const stop = new AbortController();
    let settling: ReturnType<typeof setTimeout> | undefined;
    const lookAgain = () => {
      settling ??= setTimeout(() => {
        settling = undefined;
        void queries.invalidateQueries({ queryKey: [getTask.id, { params: { taskId } }] });
        void queries.invalidateQueries({ queryKey: [getTicket.id] });
      }, settleMs);
    };
    const onEvents = (events: readonly TaskEvent[]) => {
      add(events);
      if (!isOver && events.some(({ type }) => type === 'task' || type === 'step')) lookAgain();
    };
    if (isOver)
      readAllEvents(taskId, stop.signal, onEvents).then(
        () => setLostSince(undefined),
        () => undefined,
      );
    else void followTaskEvents(taskId, { after: 0, signal: stop.signal, onEvents, onLost: setLostSince });
    return () => {
      stop.abort();
      clearTimeout(settling);
    };
  }, [taskId, isOver, queries]);
  return { log, lostSince };
}
