import type { FleetAccount } from '@myriad/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { RelativeTime } from '../../shared/page/Times.tsx';
import { pageOfThing } from '../../shared/page/thing-pages.ts';

type PlaceRow = Pick<
  FleetAccount,
  'instance' | 'instanceId' | 'cluster' | 'clusterId' | 'application' | 'applicationId' | 'seenAt'
>;

/** Which instance a row is of, where that belongs, and when it was seen; `part` is the part of the instance page it leads to. */
export function usePlaceColumns<Row extends PlaceRow>(part: 'accounts' | 'parameters') {
  const { t } = useTranslation();
  return {
    instance: {
      title: t('frame.things.instance'),
      key: 'instance',
      width: 170,
      ellipsis: true,
      render: (_: unknown, { instance, instanceId }: Row) => (
        <Link to={`${pageOfThing('instance', instanceId)}/${part}`}>{instance}</Link>
      ),
    },
    cluster: {
      title: t('dictionary.cluster'),
      key: 'cluster',
      width: 130,
      ellipsis: true,
      render: (_: unknown, { cluster, clusterId }: Row) => (
        <Link to={pageOfThing('cluster', clusterId)}>{cluster}</Link>
      ),
    },
    application: {
      title: t('frame.things.application'),
      key: 'application',
      width: 120,
      ellipsis: true,
      render: (_: unknown, { application, applicationId }: Row) =>
        applicationId === null ? '—' : <Link to={pageOfThing('application', applicationId)}>{application}</Link>,
    },
    seen: {
      title: t('dictionary.seen'),
      key: 'seen',
      width: 110,
      render: (_: unknown, { seenAt }: Row) => <RelativeTime at={seenAt} />,
    },
  } as const;
}
