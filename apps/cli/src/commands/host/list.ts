import { listHosts, PoolState } from '@myriad/contract';
import { choiceFlag } from '../../choice-flag.ts';
import { defineCommand } from '../../command.ts';
import { tableOf } from '../../table.ts';
import { columns } from '../columns.ts';
import { pageFlags, pageQuery, restOf } from '../pages.ts';
import { stateWord } from '../state-words.ts';

export const command = defineCommand({
  summary: { en: 'Hosts and the resource pool', zh: '主机与资源池列表' },
  flags: [
    { name: 'pool-state', value: 'STATE', words: { en: 'Only in this state', zh: '仅显示该状态' } },
    ...pageFlags,
  ],
  run: async (call) => {
    const poolState = choiceFlag(call, 'pool-state', PoolState.options);
    const query = { ...pageQuery(call), ...(poolState ? { poolState } : {}) };
    const page = await call.server().client.call(listHosts, { query });
    return {
      value: page,
      text: (language) =>
        tableOf(
          [
            { title: columns.name, of: (host) => host.name },
            { title: columns.address, of: (host) => host.address },
            { title: columns.zone, of: (host) => host.zone },
            { title: columns.state, of: (host) => stateWord(host.poolState, language) },
            { title: columns.instances, of: (host) => host.instances.length, number: true },
            { title: columns.id, of: (host) => host.id },
          ],
          page.items,
          language,
        ) + restOf(page, language),
    };
  },
});
