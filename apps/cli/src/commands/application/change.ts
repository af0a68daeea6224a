import { ApplicationView, changeApplication } from '@myriad/contract';
import { choiceFlag } from '../../choice-flag.ts';
import { argument, defineCommand, textFlag, UsageError } from '../../command.ts';
import { applicationArgument, applicationIdOf } from './application-argument.ts';
import { shownApplication } from './show-application.ts';

export const command = defineCommand({
  summary: { en: 'Edit an application', zh: '修改应用信息' },
  args: [applicationArgument],
  flags: [
    { name: 'name', value: 'NAME', words: { en: 'Another name', zh: '新名称' } },
    { name: 'business-line', value: 'TEXT', words: { en: 'Another business line', zh: '新业务线' } },
    { name: 'owner', value: 'TEXT', words: { en: 'Somebody else answers for it', zh: '新负责人' } },
    {
      name: 'level',
      value: 'LEVEL',
      words: { en: 'core, important or general', zh: '级别：core、important 或 general' },
    },
  ],
  run: async (call) => {
    const given = Object.entries({
      name: textFlag(call, 'name'),
      businessLine: textFlag(call, 'business-line'),
      owner: textFlag(call, 'owner'),
      level: choiceFlag(call, 'level', ApplicationView.shape.level.options),
    }).filter(([, value]) => value !== undefined);
    if (given.length === 0) throw new UsageError({ en: 'Say what to change.', zh: '请指定要修改的内容。' });
    const { client } = call.server();
    const params = { applicationId: await applicationIdOf(client, argument(call, 'APPLICATION')) };
    return shownApplication(await client.call(changeApplication, { params, body: Object.fromEntries(given) }));
  },
});
