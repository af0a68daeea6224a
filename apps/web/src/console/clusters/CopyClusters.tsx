import type { ClusterView } from '@myriad/contract';
import { momentOf } from '../../shared/format/rows-as-text.ts';
import { CopyRows } from '../../shared/page/CopyRows.tsx';

/** The clusters on screen, for a spreadsheet or a program. */
export function CopyClusters({ clusters }: { clusters: readonly ClusterView[] }) {
  const rows = clusters.map(({ id, name, flavor, version, topology, environment, state, level, ...more }) => ({
    ...{ name, flavor, version, topology, environment, state, level, managedBy: more.managedBy ?? null },
    ...{ instances: more.instances.length, maintenanceUntil: momentOf(more.maintenance?.until), id },
  }));
  return <CopyRows rows={rows} />;
}
