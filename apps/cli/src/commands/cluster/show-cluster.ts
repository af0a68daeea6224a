import type { ClusterView } from '@myriad/contract';
import type { Shown } from '../../command.ts';
import { detailsOf, tableOf, timeOf } from '../../table.ts';
import { columns } from '../columns.ts';
import { instanceColumns } from '../instance/instance-columns.ts';
import { stateWord } from '../state-words.ts';

export const shownCluster = (cluster: ClusterView): Shown => ({
  value: cluster,
  text: (language) => {
    const { maintenance } = cluster;
    const until = maintenance && `${maintenance.reason} (${maintenance.by}, ${timeOf(maintenance.until)})`;
    const head = detailsOf(
      [
        [columns.name, cluster.name],
        [columns.id, cluster.id],
        [columns.state, stateWord(cluster.state, language)],
        [columns.flavor, `${cluster.flavor} ${cluster.version}`],
        [columns.topology, stateWord(cluster.topology, language)],
        [columns.environment, cluster.environment],
        [{ en: 'LEVEL', zh: '级别' }, stateWord(cluster.level, language)],
        ...(until ? [[{ en: 'MAINTENANCE', zh: '维护模式' }, until] as const] : []),
        ...Object.entries(cluster.fixed).map(([name, value]) => [{ en: name, zh: name }, value] as const),
      ],
      language,
    );
    return `${head}\n${tableOf(instanceColumns, cluster.instances, language)}`;
  },
});
