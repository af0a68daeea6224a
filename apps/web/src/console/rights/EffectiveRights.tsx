import type { EffectiveRight } from '@myriad/contract';
import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Message } from '../../shared/page/Message.tsx';
import { ScopeText } from './ScopeText.tsx';
import { UntilText } from './UntilText.tsx';

/** Roles on scopes in force, and the grant behind each. */
export function EffectiveRights({ rights }: { rights: readonly EffectiveRight[] }) {
  const { t } = useTranslation();
  if (rights.length === 0) return <Message title={t('rights.none')} next={t('rights.noneNext')} />;
  return (
    <Table
      rowKey="rightId"
      size="small"
      pagination={false}
      scroll={{ x: 560 }}
      dataSource={[...rights]}
      columns={[
        { title: t('rights.role'), key: 'role', width: 130, render: (_, { role }) => t(`frame.account.roles.${role}`) },
        { title: t('rights.on'), key: 'scope', render: (_, { scope }) => <ScopeText scope={scope} /> },
        {
          title: t('rights.through'),
          key: 'through',
          render: (_, { through }) =>
            through ? (
              <Link to={`/administration/groups/${through.groupId}`}>{t('rights.group', { name: through.group })}</Link>
            ) : (
              <span className="faint">{t('rights.direct')}</span>
            ),
        },
        { title: t('rights.until'), key: 'until', width: 240, render: (_, { untilAt }) => <UntilText at={untilAt} /> },
      ]}
    />
  );
}
