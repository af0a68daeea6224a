import { listTokens } from '@myriad/contract';
import { defineCommand } from '../../command.ts';
import { tableOf, timeOf } from '../../table.ts';
import { columns } from '../columns.ts';

export const command = defineCommand({
  summary: { en: 'Your API tokens', zh: '您的 API 令牌' },
  run: async (call) => {
    const { items } = await call.server().client.call(listTokens, {});
    return {
      value: items,
      text: (language) =>
        tableOf(
          [
            { title: columns.name, of: (token) => token.name },
            { title: { en: 'BEGINS WITH', zh: '前缀' }, of: (token) => token.prefix },
            { title: columns.createdAt, of: (token) => timeOf(token.createdAt) },
            { title: { en: 'EXPIRES', zh: '到期时间' }, of: (token) => timeOf(token.expiresAt) },
            { title: { en: 'LAST USED', zh: '最近使用' }, of: (token) => timeOf(token.lastUsedAt) },
            { title: columns.id, of: (token) => token.id },
          ],
          items,
          language,
        ),
    };
  },
});
