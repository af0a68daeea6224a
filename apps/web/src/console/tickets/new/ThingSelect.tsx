import { listApplications, listClusters, listHosts, listInstances, listServerPackages } from '@myriad/contract';
import { Select, type SelectProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAnswer } from '../../../shared/api/use-answer.ts';

type Thing = 'cluster' | 'instance' | 'host' | 'application' | 'package';

/** By convention a field named after a thing's id holds that id, one or many. */
const fields: Readonly<Record<string, { thing: Thing; many: boolean }>> = {
  clusterId: { thing: 'cluster', many: false },
  clusterIds: { thing: 'cluster', many: true },
  instanceId: { thing: 'instance', many: false },
  instanceIds: { thing: 'instance', many: true },
  hostId: { thing: 'host', many: false },
  hostIds: { thing: 'host', many: true },
  applicationId: { thing: 'application', many: false },
  packageId: { thing: 'package', many: false },
};

export const isThingField = (name: string): boolean => name in fields;

const all = { query: { limit: 500 } };

const pages = {
  cluster: ['/clusters', 'clusters'],
  instance: ['/fleet/instance', 'fleet'],
  host: ['/hosts', 'hosts'],
  application: ['/applications', 'applications'],
  package: ['/packages', 'packages'],
} as const satisfies Record<Thing, readonly [string, string]>;

/** Chooses one of the things the platform knows, by its name, for a field that wants its id. */
export function ThingSelect({ field, ...select }: SelectProps & { field: string }) {
  const { thing, many } = fields[field] ?? { thing: 'cluster', many: false };
  const { options, isLoading } = useThings(thing);
  return (
    <Select
      {...select}
      {...(many ? { mode: 'multiple' } : {})}
      allowClear
      loading={isLoading}
      options={options}
      showSearch={{ optionFilterProp: 'label' }}
      {...(options.length === 0 && !isLoading ? { notFoundContent: <NothingToChoose thing={thing} /> } : {})}
    />
  );
}

function NothingToChoose({ thing }: { thing: Thing }) {
  const { t } = useTranslation();
  const [address, name] = pages[thing];
  return (
    <span className="soft">
      {t(`ticket.nothingToChoose.${thing}`)} <Link to={address}>{t(`frame.nav.${name}`)}</Link>
    </span>
  );
}

function useThings(thing: Thing): { options: { value: string; label: string }[]; isLoading: boolean } {
  const clusters = useAnswer(listClusters, all, { enabled: thing === 'cluster' });
  const instances = useAnswer(listInstances, all, { enabled: thing === 'instance' });
  const hosts = useAnswer(listHosts, all, { enabled: thing === 'host' });
  const applications = useAnswer(listApplications, all, { enabled: thing === 'application' });
  const packages = useAnswer(listServerPackages, {}, { enabled: thing === 'package' });
  const named = (items: readonly { id: string; name: string }[] | undefined) =>
    (items ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const isLoading = [clusters, instances, hosts, applications, packages].some((query) => query.isLoading);
  if (thing === 'cluster') return { options: named(clusters.data?.items), isLoading };
  if (thing === 'instance') return { options: named(instances.data?.items), isLoading };
  if (thing === 'host') return { options: named(hosts.data?.items), isLoading };
  if (thing === 'application') return { options: named(applications.data?.items), isLoading };
  const options = (packages.data?.items ?? []).map(({ id, flavor, version, architecture }) => ({
    value: id,
    label: `${flavor} ${version} ${architecture}`,
  }));
  return { options, isLoading };
}
