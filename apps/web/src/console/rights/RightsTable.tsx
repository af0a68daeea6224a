import { getGroup, listRights, type RightView, revokeRight } from '@myriad/contract';
import { App, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useSend } from '../../shared/api/use-send.ts';
import { AbleButton } from '../../shared/page/AbleButton.tsx';
import { LongName } from '../../shared/page/LongName.tsx';
import { ProblemNote } from '../../shared/page/ProblemNote.tsx';
import { ScopeText } from './ScopeText.tsx';
import { UntilText } from './UntilText.tsx';

/** What was granted, with the way to take it away. */
export function RightsTable({ rights }: { rights: readonly RightView[] }) {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const { send, error } = useSend(revokeRight, { refreshes: [listRights, getGroup] });
  const ask = ({ id, holder, role }: RightView) =>
    void modal.confirm({
      title: t('rights.revokeTitle', { name: holder.name, role: t(`frame.account.roles.${role}`) }),
      content: t('rights.revokeLead'),
      okText: t('rights.revoke'),
      okButtonProps: { danger: true },
      onOk: () => send({ params: { rightId: id } }),
    });
  return (
    <>
      <ProblemNote error={error} />
      <Table
        rowKey="id"
        size="small"
        pagination={false}
        scroll={{ x: 960 }}
        dataSource={[...rights]}
        columns={[
          {
            title: t('rights.holder'),
            key: 'holder',
            render: (_, { holder: { kind, id, name } }) => (
              <Link to={`/administration/${kind === 'group' ? 'groups' : 'people'}/${id}`}>
                {kind === 'group' ? t('rights.group', { name }) : name}
              </Link>
            ),
          },
          {
            title: t('rights.role'),
            key: 'role',
            width: 130,
            render: (_, { role }) => t(`frame.account.roles.${role}`),
          },
          { title: t('rights.on'), key: 'scope', render: (_, { scope }) => <ScopeText scope={scope} /> },
          {
            title: t('rights.until'),
            key: 'until',
            width: 240,
            render: (_, { untilAt, over }) => <UntilText at={untilAt} over={over} />,
          },
          {
            title: t('rights.reason'),
            key: 'reason',
            ellipsis: true,
            render: (_, { reason }) => <LongName>{reason}</LongName>,
          },
          {
            title: t('rights.grantedBy'),
            key: 'by',
            width: 120,
            ellipsis: true,
            render: (_, { grantedBy }) => grantedBy,
          },
          {
            title: '',
            key: 'acts',
            width: 100,
            align: 'right',
            render: (_, right) => (
              <AbleButton ability={right.abilities.revoke} size="small" danger onClick={() => ask(right)}>
                {t('rights.revoke')}
              </AbleButton>
            ),
          },
        ]}
      />
    </>
  );
}
