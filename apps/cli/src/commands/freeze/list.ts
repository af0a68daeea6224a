import { listFreezes } from '@myriad/contract';
import { defineCommand } from '../../command.ts';
import { pageFlags, pageQuery, restOf } from '../pages.ts';
import { freezesText } from './show-freeze.ts';

export const command = defineCommand({
  summary: { en: 'Change freezes in force and to come', zh: '生效中与即将开始的封网' },
  flags: [{ name: 'past', words: { en: 'Those that ended too', zh: '包含已结束的封网' } }, ...pageFlags],
  run: async (call) => {
    const query = { ...pageQuery(call), ...(call.flags.past === true ? { past: 'true' } : {}) };
    const page = await call.server().client.call(listFreezes, { query });
    return { value: page, text: (language) => freezesText(page.items, language) + restOf(page, language) };
  },
});
