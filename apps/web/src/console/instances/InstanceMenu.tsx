import { DownOutlined } from '@ant-design/icons';
import type { Ability, InstanceView } from '@myriad/contract';
import { Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { usePick } from '../../shared/words/use-words.ts';
import { useNoTicketKind } from '../clusters/no-ticket-kind.ts';
import { serviceActions, useServiceKinds } from '../clusters/service-kinds.ts';
import { newTicketAddress } from '../tickets/new/ticket-kinds.ts';
import { changeParametersKind, killSessionKind, useTicketWay } from './ticket-address.ts';

interface Act {
  readonly key: string;
  readonly label: string;
  readonly ability: Ability;
  readonly address?: string;
}

/** What can be asked for about this instance; what cannot says why, in the platform's own words. */
export function InstanceMenu({ instance }: { instance: InstanceView }) {
  const { t } = useTranslation();
  const pick = usePick();
  const navigate = useNavigate();
  const kindOf = useServiceKinds();
  const noKind = useNoTicketKind();
  const change = useTicketWay(changeParametersKind);
  const end = useTicketWay(killSessionKind);
  const prefill = { instanceId: instance.id };
  const acts: readonly Act[] = [
    ...serviceActions.map((action): Act => {
      const kind = kindOf(action);
      const own = instance.abilities[action];
      const ability = own.allowed && kind === undefined ? noKind : own;
      const address = kind && newTicketAddress(kind, prefill);
      return { key: action, label: t(`cluster.actions.${action}`), ability, ...(address ? { address } : {}) };
    }),
    ...(change
      ? [
          {
            key: 'change',
            label: t('instance.acts.changeParameters'),
            ability: change.ability,
            address: change.address(prefill),
          },
        ]
      : []),
    ...(end
      ? [{ key: 'end', label: t('instance.acts.killSession'), ability: end.ability, address: end.address(prefill) }]
      : []),
  ];
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: acts.map(({ key, label, ability, address }) => {
          const reason = ability.words ? pick(ability.words) : ability.because;
          return {
            key,
            danger: key === 'decommission',
            disabled: !ability.allowed,
            title: ability.allowed ? '' : (reason ?? ''),
            label: (
              <span>
                {label}
                {ability.allowed ? null : <div className="faint menu-reason">{reason}</div>}
              </span>
            ),
            ...(address === undefined ? {} : { onClick: () => void navigate(address) }),
          };
        }),
      }}
    >
      <Button data-testid="instance-menu">
        {t('instance.acts.menu')} <DownOutlined aria-hidden />
      </Button>
    </Dropdown>
  );
}
