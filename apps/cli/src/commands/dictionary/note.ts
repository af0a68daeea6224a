import { setDictionaryNote } from '@myriad/contract';
import { argument, defineCommand, textFlag, UsageError } from '../../command.ts';
import { clusterArgument, clusterIdOf } from '../cluster/cluster-argument.ts';
import { tableArgument, tableNamed } from './table-argument.ts';

export const command = defineCommand({
  summary: {
    en: 'Write a note and an owner beside a table, or beside one of its columns',
    zh: '为表或其中一列填写说明与负责人',
  },
  args: [
    clusterArgument,
    tableArgument,
    {
      name: 'COLUMN',
      words: { en: 'Name of the column; without it: the table', zh: '列名；省略则针对表' },
      optional: true,
    },
  ],
  flags: [
    { name: 'note', value: 'TEXT', words: { en: "What it is; '' takes it away", zh: '说明；空文本表示清除' } },
    { name: 'owner', value: 'WHO', words: { en: "Who answers for it; '' inherits", zh: '负责人；空文本表示继承' } },
  ],
  examples: ['myriad dictionary note orders shop.visit --note "one row a visit" --owner wang'],
  run: async (call) => {
    const { client } = call.server();
    const [note, owner] = [textFlag(call, 'note'), textFlag(call, 'owner')];
    if (note === undefined && owner === undefined)
      throw new UsageError({ en: 'Give --note or --owner.', zh: '请给出 --note 或 --owner。' });
    const clusterId = await clusterIdOf(client, argument(call, 'CLUSTER'));
    const table = await tableNamed(client, clusterId, argument(call, 'TABLE'));
    const wanted = call.args.COLUMN;
    const objectId = wanted === undefined ? table.id : table.columns.find(({ name }) => name === wanted)?.id;
    if (objectId === undefined)
      throw new UsageError({ en: `There is no column ${wanted} in it.`, zh: `该表没有列 ${wanted}。` });
    const body = { ...(note === undefined ? {} : { note }), ...(owner === undefined ? {} : { owner }) };
    const said = await client.call(setDictionaryNote, { params: { clusterId, objectId }, body });
    return { value: said, text: () => `${[said.note, said.owner].filter(Boolean).join(' · ')}\n` };
  },
});
