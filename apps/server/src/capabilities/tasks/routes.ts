import * as contract from '@myriad/contract';
import { serveEventStream } from '../../platform/http/event-stream.ts';
import type { Http } from '../../platform/http/http.ts';
import { serveEndpoint } from '../../platform/http/serve-endpoint.ts';
import type { Tasks } from './create-tasks.ts';
import { decideTask } from './decide-task.ts';
import { listTasks } from './list-tasks.ts';
import { listTaskEvents } from './store/list-task-events.ts';
import { getVisibleTask, viewTask } from './view-task.ts';

const eventsAtOnce = 500;
const ended: readonly string[] = ['done', 'failed', 'cancelled', 'undone'];

/** Hangs the tasks' endpoints and their live stream on the server. */
export function serveTasks(http: Http, { parts }: Pick<Tasks, 'parts'>): void {
  const { db } = parts;
  serveEndpoint(http, contract.listTasks, ({ actor, query }) => listTasks(parts, actor, query));
  serveEndpoint(http, contract.getTask, ({ actor, params }) => viewTask(parts, actor, params.taskId));
  serveEndpoint(http, contract.listTaskEvents, async ({ actor, params, query }) => {
    await getVisibleTask(parts, actor, params.taskId);
    return { items: await listTaskEvents(db, params.taskId, query.after, query.limit) };
  });
  serveEndpoint(http, contract.decideTask, async ({ actor, params, body, audit }) => {
    const resource = `task/${params.taskId}`;
    await decideTask(parts, actor, params.taskId, body, (tx) => audit(tx, { resource }));
    return viewTask(parts, actor, params.taskId);
  });
  serveEventStream(http, {
    path: '/api/tasks/:taskId/events/stream',
    scope: 'thing',
    open: async ({ actor, params }) => {
      const { id } = await getVisibleTask(parts, actor, params.taskId ?? '');
      return {
        read: async (after) =>
          (await listTaskEvents(db, id, after, eventsAtOnce)).map((event) => ({
            id: event.seq,
            type: event.type,
            data: event,
          })),
        onNews: (wake) => parts.watch(id, wake),
        isOver: async () => ended.includes((await getVisibleTask(parts, actor, id)).state),
      };
    },
  });
}
