import type { DictionaryIndex } from '@myriad/contract';
import { argument, defineCommand } from '../../command.ts';
import { tableOf, timeOf } from '../../table.ts';
import { clusterArgument, clusterIdOf } from '../cluster/cluster-argument.ts';
import { columns } from '../columns.ts';
import { columnColumns, tableColumns } from './dictionary-columns.ts';
import { tableArgument, tableNamed } from './table-argument.ts';

const useWords = {
  used: { en: 'used', zh: '使用中' },
  unused: { en: 'unused', zh: '未使用' },
  'too-early': { en: 'no use yet', zh: '暂无使用' },
  unknown: { en: 'not known', zh: '未知' },
} as const;

export const command = defineCommand({
  summary: { en: 'One table: columns, tags, indexes with their use', zh: '查看一张表：列、标签、索引及其使用情况' },
  args: [clusterArgument, tableArgument],
  examples: ['myriad dictionary show orders shop.visit'],
  run: async (call) => {
    const { client } = call.server();
    const clusterId = await clusterIdOf(client, argument(call, 'CLUSTER'));
    const table = await tableNamed(client, clusterId, argument(call, 'TABLE'));
    return {
      value: table,
      text: (language) =>
        [
          tableOf(tableColumns, [table], language),
          tableOf(columnColumns.slice(1), table.columns, language),
          tableOf(
            [
              { title: { en: 'INDEX', zh: '索引' }, of: ({ name }: DictionaryIndex) => name },
              { title: { en: 'COLUMNS', zh: '列' }, of: ({ columns: of }: DictionaryIndex) => of.join(', ') },
              { title: columns.state, of: ({ use }: DictionaryIndex) => useWords[use.state][language] },
              { title: { en: 'READS', zh: '读取次数' }, of: ({ use }: DictionaryIndex) => use.reads, number: true },
              {
                title: { en: 'QUIET SINCE', zh: '无使用起始' },
                of: ({ use }: DictionaryIndex) => timeOf(use.quietSince),
              },
            ],
            table.indexes,
            language,
          ),
        ].join('\n'),
    };
  },
});
