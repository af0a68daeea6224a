import { ApplicationView, createApplication } from '@myriad/contract';
import { choiceFlag } from '../../choice-flag.ts';
import { argument, defineCommand, textFlag, UsageError } from '../../command.ts';

export const command = defineCommand({
  summary: { en: 'Add an application', zh: '新增应用' },
  args: [{ name: 'NAME', words: { en: 'Name of the application', zh: '应用名称' } }],
  flags: [
    { name: 'business-line', value: 'TEXT', words: { en: 'Business line (needed)', zh: '业务线（必填）' } },
    { name: 'owner', value: 'TEXT', words: { en: 'Who answers for it (needed)', zh: '负责人（必填）' } },
    {
      name: 'level',
      value: 'LEVEL',
      words: { en: 'core, important or general', zh: '级别：core、important 或 general' },
    },
  ],
  run: async (call) => {
    const businessLine = textFlag(call, 'business-line');
    const owner = textFlag(call, 'owner');
    if (!businessLine || !owner)
      throw new UsageError({ en: 'Give --business-line and --owner.', zh: '请给出 --business-line 与 --owner。' });
    const level = choiceFlag(call, 'level', ApplicationView.shape.level.options) ?? 'general';
    const body = { name: argument(call, 'NAME'), businessLine, owner, level };
    const application = await call.server().client.call(createApplication, { body });
    return { value: application, text: () => `${application.name} ${application.id}\n` };
  },
});
