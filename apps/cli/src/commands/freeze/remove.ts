import { listFreezes, removeFreeze } from '@myriad/contract';
import { argument, defineCommand } from '../../command.ts';
import { idByName } from '../id-by-name.ts';

export const command = defineCommand({
  summary: {
    en: 'Remove a change freeze; tickets that wait for its end begin within seconds',
    zh: '解除封网；等待其结束的工单将在几秒内开始',
  },
  args: [{ name: 'FREEZE', words: { en: 'Name or id of the change freeze', zh: '封网名称或 ID' } }],
  run: async (call) => {
    const { client } = call.server();
    const freezeId = await idByName(argument(call, 'FREEZE'), (query) => client.call(listFreezes, { query }));
    await client.call(removeFreeze, { params: { freezeId } });
    return { value: { freezeId }, text: (language) => (language === 'zh' ? '已解除。\n' : 'Removed.\n') };
  },
});
