import type { Ability, ClusterView } from '@myriad/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { AbleButton } from '../../shared/page/AbleButton.tsx';
import { newTicketAddress } from '../tickets/new/ticket-kinds.ts';
import { MaintenanceDialog } from './MaintenanceDialog.tsx';
import { useNoTicketKind } from './no-ticket-kind.ts';
import { type ServiceAction, useServiceKinds } from './service-kinds.ts';

/** What can be done with the cluster, in the order it has everywhere. Each opens its ticket, filled in. */
export function ClusterActions({ cluster }: { cluster: ClusterView }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const kindOf = useServiceKinds();
  const noKind = useNoTicketKind();
  const [isMaintaining, setMaintaining] = useState(false);
  const { abilities } = cluster;
  const isDown = cluster.state === 'stopped';
  const actions: readonly (readonly [ServiceAction, Ability])[] = [
    // A cluster has no ability of its own to start: it can be started when one of its instances can.
    ...(isDown ? [['start', cluster.instances[0]?.abilities.start ?? abilities.restart] as const] : []),
    ['stop', abilities.stop],
    ['restart', abilities.restart],
    ['decommission', abilities.decommission],
  ];
  return (
    <>
      {actions.map(([action, ability]) => {
        const kind = kindOf(action);
        return (
          <AbleButton
            key={action}
            ability={ability.allowed && kind === undefined ? noKind : ability}
            danger={action === 'decommission'}
            onClick={() => kind && void navigate(newTicketAddress(kind, { clusterId: cluster.id }))}
          >
            {t(`cluster.actions.${action}`)}
          </AbleButton>
        );
      })}
      <AbleButton ability={abilities.maintenance} onClick={() => setMaintaining(true)}>
        {t(cluster.maintenance ? 'maintenance.end' : 'maintenance.begin')}
      </AbleButton>
      {isMaintaining ? <MaintenanceDialog cluster={cluster} onClose={() => setMaintaining(false)} /> : null}
    </>
  );
}
