import { getSettings } from '@myriad/contract';
import { defineCommand } from '../../command.ts';
import { settingsText } from './settings-text.ts';

export const command = defineCommand({
  summary: { en: 'Settings of the whole platform', zh: '查看平台设置' },
  run: async (call) => {
    const settings = await call.server().client.call(getSettings, {});
    return { value: settings, text: () => settingsText(settings) };
  },
});
