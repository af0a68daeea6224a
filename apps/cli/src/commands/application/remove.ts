import { removeApplication } from '@myriad/contract';
import { argument, defineCommand } from '../../command.ts';
import { applicationArgument, applicationIdOf } from './application-argument.ts';

export const command = defineCommand({
  summary: { en: 'Remove an application no cluster is linked to', zh: '删除没有关联集群的应用' },
  args: [applicationArgument],
  run: async (call) => {
    const { client } = call.server();
    const applicationId = await applicationIdOf(client, argument(call, 'APPLICATION'));
    await client.call(removeApplication, { params: { applicationId } });
    return {
      value: { applicationId },
      text: (language) => (language === 'zh' ? `已删除 ${applicationId}\n` : `Removed ${applicationId}\n`),
    };
  },
});
