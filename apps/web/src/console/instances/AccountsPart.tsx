import { type InstanceAccount, listInstanceAccounts } from '@myriad/contract';
import type { TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { CopyRows } from '../../shared/page/CopyRows.tsx';
import { Loaded } from '../../shared/page/Loaded.tsx';
import { LongTable } from '../../shared/page/LongTable.tsx';
import { Message } from '../../shared/page/Message.tsx';
import { Panel } from '../../shared/page/Panel.tsx';
import { RelativeTime } from '../../shared/page/Times.tsx';
import { useFilters } from '../../shared/page/use-filters.ts';
import { usePick } from '../../shared/words/use-words.ts';
import { AccountState, GlobalRights, SchemaRights } from './AccountCells.tsx';
import { fitsText } from './fits-text.ts';
import { LookDeeply } from './LookDeeply.tsx';
import type { PartProps } from './parts.ts';
import { SearchField } from './SearchField.tsx';
import { ServerText } from './ServerText.tsx';
import { NotSeen } from './Unreachable.tsx';

/** Who may log in and do what, as the last deep look saw it. */
export function AccountsPart({ instance }: PartProps) {
  const { t } = useTranslation();
  const pick = usePick();
  const { values, change } = useFilters(['q']);
  const query = useAnswer(listInstanceAccounts, { params: { instanceId: instance.id } });
  const rows = (query.data?.items ?? []).filter(({ user, host, plugin, global, schemas }) =>
    fitsText(values.q, user, host, plugin, ...global, ...schemas.map(({ schema }) => schema)),
  );
  return (
    <Panel
      title={t('instance.accounts.title')}
      flush
      beside={<SearchField value={values.q} onChange={(text) => change('q', text)} />}
      acts={
        <span className="row wrap">
          {query.data?.at === undefined ? null : (
            <span className="faint">
              {t('instance.seenAt')} <RelativeTime at={query.data.at} />
            </span>
          )}
          <CopyRows rows={rows.map(textRow)} />
        </span>
      }
    >
      <Loaded query={query}>
        {({ at, because, schemasBecause, items, more }) =>
          at === undefined ? (
            <Message
              title={t('instance.accounts.none')}
              next={t('instance.accounts.noneNext')}
              act={<LookDeeply clusterId={instance.clusterId} />}
            />
          ) : because ? (
            <Message title={t('instance.accounts.notSeen')} next={pick(because)} />
          ) : (
            <>
              {schemasBecause ? <NotSeen title={t('instance.accounts.schemas')} words={schemasBecause} /> : null}
              {rows.length === 0 ? (
                <Message title={t('instance.nothingFits')} next={t('instance.nothingFitsNext')} />
              ) : (
                <AccountTable rows={rows} />
              )}
              {more ? <p className="panel-foot faint">{t('instance.more', { count: items.length })}</p> : null}
            </>
          )
        }
      </Loaded>
    </Panel>
  );
}

const textRow = ({ user, host, plugin, global, schemas, locked, tls }: InstanceAccount) => ({
  ...{ user, host, plugin, locked, tls, global: global.join(', ') },
  schemas: schemas.map(({ schema, privileges }) => `${schema}: ${privileges.join(', ')}`).join('; '),
});

function AccountTable({ rows }: { rows: readonly InstanceAccount[] }) {
  const { t } = useTranslation();
  const columns: TableColumnsType<InstanceAccount> = [
    {
      title: t('instance.accounts.account'),
      key: 'account',
      width: 200,
      ellipsis: true,
      render: (_, { user, host, purpose }) => (
        <>
          <ServerText>{`${user}@${host}`}</ServerText>
          {purpose ? <div className="faint">{t('instance.accounts.platform', { purpose })}</div> : null}
        </>
      ),
    },
    {
      title: t('instance.accounts.state'),
      key: 'state',
      width: 140,
      render: (_, account) => <AccountState account={account} />,
    },
    {
      title: t('instance.accounts.plugin'),
      key: 'plugin',
      width: 160,
      ellipsis: true,
      render: (_, { plugin }) => <ServerText>{plugin}</ServerText>,
    },
    {
      title: t('instance.accounts.global'),
      key: 'global',
      width: 290,
      render: (_, { global }) => <GlobalRights global={global} />,
    },
    {
      title: t('instance.accounts.schemas'),
      key: 'schemas',
      width: 250,
      render: (_, { schemas }) => <SchemaRights schemas={schemas} />,
    },
    {
      title: t('instance.accounts.changed'),
      key: 'changed',
      width: 110,
      align: 'right',
      render: (_, { passwordChangedAt }) =>
        passwordChangedAt === undefined ? '—' : <RelativeTime at={passwordChangedAt} />,
    },
  ];
  return (
    <LongTable
      rowKey={({ user, host }) => JSON.stringify([user, host])}
      columns={columns}
      rows={rows}
      minWidth={1150}
    />
  );
}
