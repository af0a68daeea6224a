import { listDictionaryColumns, listDictionarySchemas, listDictionaryTables } from '@myriad/contract';
import { argument, defineCommand, UsageError } from '../../command.ts';
import { tableOf } from '../../table.ts';
import { pageFlags, pageQuery, restOf } from '../pages.ts';
import { columnColumns, schemaColumns, tableColumns } from './dictionary-columns.ts';
import { dictionaryFlags, dictionaryQuery } from './dictionary-flags.ts';

export const command = defineCommand({
  summary: {
    en: 'Schemas, tables or columns of all clusters, with comments, owners and sensitive tags',
    zh: '列出所有集群的库、表或列，含注释、负责人与敏感标签',
  },
  args: [{ name: 'WHAT', words: { en: 'schemas, tables or columns', zh: 'schemas、tables 或 columns' } }],
  flags: [...dictionaryFlags, ...pageFlags],
  examples: ['myriad dictionary list columns --class phone', 'myriad dictionary list tables --search 订单'],
  run: async (call) => {
    const { client } = call.server();
    const query = { ...(await dictionaryQuery(call)), ...pageQuery(call) };
    const what = argument(call, 'WHAT');
    if (what === 'columns') {
      const page = await client.call(listDictionaryColumns, { query });
      return { value: page, text: (language) => tableOf(columnColumns, page.items, language) + restOf(page, language) };
    }
    if (what === 'tables') {
      const page = await client.call(listDictionaryTables, { query });
      return { value: page, text: (language) => tableOf(tableColumns, page.items, language) + restOf(page, language) };
    }
    if (what === 'schemas') {
      const page = await client.call(listDictionarySchemas, { query });
      return { value: page, text: (language) => tableOf(schemaColumns, page.items, language) + restOf(page, language) };
    }
    throw new UsageError({
      en: 'WHAT is one of: schemas, tables, columns.',
      zh: 'WHAT 可选值：schemas、tables、columns。',
    });
  },
});
