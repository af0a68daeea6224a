import { getFinding, listFindingChanges } from '@myriad/contract';
import { argument, defineCommand } from '../../command.ts';
import { findingArgument } from './finding-argument.ts';
import { shownFinding } from './show-finding.ts';

export const command = defineCommand({
  summary: {
    en: 'One finding: what to know, what to do, what became of it',
    zh: '查看发现项：影响、处理方法与处理记录',
  },
  args: [findingArgument],
  run: async (call) => {
    const { client } = call.server();
    const params = { findingId: argument(call, 'FINDING') };
    const finding = await client.call(getFinding, { params });
    const { items } = await client.call(listFindingChanges, { params, query: { limit: 20 } });
    return shownFinding(finding, items);
  },
});
