import { ApartmentOutlined } from '@ant-design/icons';
import type { Dimension } from '@myriad/contract';
import { Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { dimensionNames } from './dimensions.ts';
import { fleetAddress } from './fleet-question.ts';

interface RowReachProps {
  readonly dimension: Dimension;
  readonly id: string;
  readonly name: string;
  readonly onOpen: () => void;
}

/** From one row to what belongs to it in the other three dimensions, and to its details. */
export function RowReach({ dimension, id, name, onOpen }: RowReachProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const others = dimensionNames.filter((each) => each !== dimension);
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          ...others.map((to) => ({
            key: to,
            label: t(`explore.its.${to}`),
            onClick: () => void navigate(fleetAddress(to, { where: `${dimension}.id = "${id}"` })),
          })),
          { type: 'divider' as const },
          { key: 'open', label: t('explore.open'), onClick: onOpen },
        ],
      }}
    >
      <Button
        type="text"
        size="small"
        icon={<ApartmentOutlined />}
        aria-label={t('explore.reach', { name })}
        data-testid="reach"
      />
    </Dropdown>
  );
}
