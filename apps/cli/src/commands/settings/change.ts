import { changeSettings } from '@myriad/contract';
import { argument, defineCommand, UsageError } from '../../command.ts';
import { settingsText } from './settings-text.ts';

export const command = defineCommand({
  summary: { en: 'Change a setting (administrators)', zh: '修改平台设置（仅管理员）' },
  args: [{ name: 'NAME=VALUE', words: { en: 'e.g. approveOwnTickets=true', zh: '例如 approveOwnTickets=true' } }],
  run: async (call) => {
    const match = /^approveOwnTickets=(true|false)$/.exec(argument(call, 'NAME=VALUE'));
    if (!match)
      throw new UsageError({
        en: 'approveOwnTickets takes true or false.',
        zh: 'approveOwnTickets 的值为 true 或 false。',
      });
    const body = { approveOwnTickets: match[1] === 'true' };
    const settings = await call.server().client.call(changeSettings, { body });
    return { value: settings, text: () => settingsText(settings) };
  },
});
