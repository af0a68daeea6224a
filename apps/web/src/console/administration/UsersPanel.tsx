import { listUsers, type UserView } from '@myriad/contract';
import { Button, Grid, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { usePages } from '../../shared/api/use-pages.ts';
import { Loaded } from '../../shared/page/Loaded.tsx';
import { LongName } from '../../shared/page/LongName.tsx';
import { MoreButton } from '../../shared/page/MoreButton.tsx';
import { Panel } from '../../shared/page/Panel.tsx';
import { RelativeTime } from '../../shared/page/Times.tsx';
import { StateShape } from '../../shared/state/StateShape.tsx';
import { AddUserDialog } from './AddUserDialog.tsx';
import { type UserAct, UserActDialog } from './UserActDialog.tsx';
import { UserActs } from './UserActs.tsx';

export function UsersPanel() {
  const { t } = useTranslation();
  const [isAdding, setAdding] = useState(false);
  const [asked, setAsked] = useState<{ act: UserAct; user: UserView }>();
  const isNarrow = Grid.useBreakpoint().md === false;
  const users = usePages(listUsers, { query: {} });
  const rolesOf = ({ roles }: UserView) => roles.map((role) => t(`frame.account.roles.${role}`)).join(' · ');
  return (
    <Panel
      title={t('administration.users')}
      flush
      acts={<Button onClick={() => setAdding(true)}>{t('administration.user.add')}</Button>}
    >
      <Loaded query={users.query}>
        {(items) => (
          <Table
            rowKey="id"
            size="small"
            pagination={false}
            dataSource={[...items]}
            columns={[
              {
                title: t('administration.user.name'),
                key: 'name',
                ellipsis: true,
                render: (_, user) => (
                  <>
                    <Link to={`/administration/people/${user.id}`}>
                      <LongName>{user.name}</LongName>
                    </Link>
                    {/* Where there is no room for columns, the rest stands below the name. */}
                    {isNarrow ? (
                      <div>
                        <UserState user={user} /> <span className="soft">{rolesOf(user)}</span>
                      </div>
                    ) : null}
                  </>
                ),
              },
              {
                title: t('administration.user.roles'),
                key: 'roles',
                responsive: ['md'],
                render: (_, user) => rolesOf(user),
              },
              {
                title: t('administration.user.state'),
                key: 'state',
                responsive: ['md'],
                width: 120,
                render: (_, user) => <UserState user={user} />,
              },
              {
                title: t('administration.user.created'),
                key: 'created',
                responsive: ['md'],
                width: 130,
                align: 'right',
                render: (_, { createdAt }) => <RelativeTime at={createdAt} />,
              },
              {
                title: '',
                key: 'acts',
                width: 130,
                align: 'right',
                render: (_, user) => <UserActs user={user} onAsk={(act) => setAsked({ act, user })} />,
              },
            ]}
          />
        )}
      </Loaded>
      <MoreButton more={users.more} busy={users.isFetchingMore} />
      {isAdding ? <AddUserDialog onClose={() => setAdding(false)} /> : null}
      {asked ? <UserActDialog {...asked} onClose={() => setAsked(undefined)} /> : null}
    </Panel>
  );
}

function UserState({ user: { disabled } }: { user: UserView }) {
  const { t } = useTranslation();
  return (
    <span className="state">
      <StateShape shape={disabled ? 'slash' : 'dot'} tone={disabled ? 'calm' : 'good'} />
      {t(disabled ? 'administration.user.disabled' : 'administration.user.active')}
    </span>
  );
}
