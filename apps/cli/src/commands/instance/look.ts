import { randomUUID } from 'node:crypto';
import { lookAtInstance } from '@myriad/contract';
import { argument, defineCommand } from '../../command.ts';
import { instanceArgument, instanceIdOf } from './instance-argument.ts';
import { shownLooks } from './shown-looks.ts';

export const command = defineCommand({
  summary: {
    en: 'Look at an instance now, without waiting for the sweep; exit 1 when it does not answer',
    zh: '立即查看实例，无需等待巡查；无应答时退出码为 1',
  },
  args: [instanceArgument],
  run: async (call) => {
    const { client } = call.server();
    const reference = argument(call, 'INSTANCE');
    const instanceId = await instanceIdOf(client, reference);
    const seen = await client.call(lookAtInstance, { params: { instanceId }, idempotencyKey: randomUUID() });
    return shownLooks([seen], new Map([[instanceId, reference]]));
  },
});
