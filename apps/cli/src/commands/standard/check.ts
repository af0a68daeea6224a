import { checkCompliance, getTask } from '@myriad/contract';
import { argument, type CommandCall, defineCommand } from '../../command.ts';
import { clusterArgument, clusterIdOf } from '../cluster/cluster-argument.ts';
import { shownTask } from '../task/show-task.ts';
import { showCompliance } from './show-compliance.ts';

export const command = defineCommand({
  summary: {
    en: 'Look at a cluster afresh and hold it against its standard; exit 1 when something differs',
    zh: '重新查看集群并对照规范检查；存在不符时退出码为 1',
  },
  args: [clusterArgument],
  examples: ['myriad standard check orders'],
  run: async (call) => {
    const { client } = call.server();
    const clusterId = await clusterIdOf(client, argument(call, 'CLUSTER'));
    const { taskId } = await client.call(checkCompliance, { body: { clusterIds: [clusterId] } });
    const task = await ended(call, taskId);
    return task.state === 'done' ? showCompliance(client, clusterId) : shownTask(task);
  },
});

const lookMilliseconds = 500;

async function ended(call: CommandCall, taskId: string) {
  for (;;) {
    const task = await call.server().client.call(getTask, { params: { taskId } });
    if (!['queued', 'waiting', 'running'].includes(task.state)) return task;
    call.signal.throwIfAborted();
    await new Promise((resolve) => setTimeout(resolve, lookMilliseconds));
  }
}
