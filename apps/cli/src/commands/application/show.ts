import { getApplication } from '@myriad/contract';
import { argument, defineCommand } from '../../command.ts';
import { applicationArgument, applicationIdOf } from './application-argument.ts';
import { shownApplication } from './show-application.ts';

export const command = defineCommand({
  summary: { en: 'One application with its clusters, labels and fields', zh: '查看应用及其集群、标签与字段' },
  args: [applicationArgument],
  run: async (call) => {
    const { client } = call.server();
    const applicationId = await applicationIdOf(client, argument(call, 'APPLICATION'));
    return shownApplication(await client.call(getApplication, { params: { applicationId } }));
  },
});
