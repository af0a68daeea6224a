import { listClusters } from '@myriad/contract';
import { defineCommand } from '../../command.ts';
import { tableOf } from '../../table.ts';
import { columns } from '../columns.ts';
import { pageFlags, pageQuery, restOf } from '../pages.ts';
import { stateWord } from '../state-words.ts';

export const command = defineCommand({
  summary: { en: 'Clusters by name', zh: '集群列表' },
  flags: pageFlags,
  run: async (call) => {
    const page = await call.server().client.call(listClusters, { query: pageQuery(call) });
    return {
      value: page,
      text: (language) =>
        tableOf(
          [
            { title: columns.name, of: (cluster) => cluster.name },
            { title: columns.state, of: (cluster) => stateWord(cluster.state, language) },
            { title: columns.flavor, of: (cluster) => cluster.flavor },
            { title: columns.version, of: (cluster) => cluster.version },
            { title: columns.topology, of: (cluster) => stateWord(cluster.topology, language) },
            { title: columns.instances, of: (cluster) => cluster.instances.length, number: true },
            { title: columns.environment, of: (cluster) => cluster.environment },
            { title: columns.id, of: (cluster) => cluster.id },
          ],
          page.items,
          language,
        ) + restOf(page, language),
    };
  },
});
