import { MoreOutlined } from '@ant-design/icons';
import type { InstanceView } from '@myriad/contract';
import { Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { usePick } from '../../shared/words/use-words.ts';
import { newTicketAddress } from '../tickets/new/ticket-kinds.ts';
import { useNoTicketKind } from './no-ticket-kind.ts';
import { serviceActions, useServiceKinds } from './service-kinds.ts';

/** What can be done with one instance; what cannot says why. */
export function InstanceActions({ instance, small }: { instance: InstanceView; small?: true }) {
  const { t } = useTranslation();
  const pick = usePick();
  const navigate = useNavigate();
  const kindOf = useServiceKinds();
  const noKind = useNoTicketKind();
  const open = (kind: string) => void navigate(newTicketAddress(kind, { instanceId: instance.id }));
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: serviceActions.map((action) => {
          const kind = kindOf(action);
          const own = instance.abilities[action];
          const ability = own.allowed && kind === undefined ? noKind : own;
          const reason = ability.words ? pick(ability.words) : ability.because;
          return {
            key: action,
            danger: action === 'decommission',
            disabled: !ability.allowed,
            title: ability.allowed ? '' : (reason ?? ''),
            label: (
              <span>
                {t(`cluster.actions.${action}`)}
                {ability.allowed ? null : <div className="faint menu-reason">{reason}</div>}
              </span>
            ),
            ...(kind ? { onClick: () => open(kind) } : {}),
          };
        }),
      }}
    >
      <Button
        type="text"
        {...(small ? { size: 'small' as const } : {})}
        icon={<MoreOutlined />}
        aria-label={`${t('cluster.actions.menu')}: ${instance.name}`}
      />
    </Dropdown>
  );
}
