import { getMe } from '@myriad/contract';
import { defineCommand } from '../command.ts';

export const command = defineCommand({
  summary: { en: 'Who am I, and where', zh: '查看当前身份与服务器' },
  run: async (call) => {
    const { client, url } = call.server();
    const me = await client.call(getMe, {});
    return { value: { ...me, url }, text: () => `${me.name} (${me.roles.join(' ')}) ${url}\n` };
  },
});
