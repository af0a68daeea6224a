import type { InstanceActivity, LiveTransaction } from '@myriad/contract';
import type { TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../../shared/format/format-size.ts';
import { LongTable } from '../../shared/page/LongTable.tsx';
import { Message } from '../../shared/page/Message.tsx';
import { Panel } from '../../shared/page/Panel.tsx';
import { ServerText } from './ServerText.tsx';
import { formatSeconds } from './seconds.ts';
import { NotSeen } from './Unreachable.tsx';

const count = (value: number | null) => (value === null ? '—' : formatCount(value));

/** Transactions that have begun and not ended, the oldest first. */
export function TransactionsPanel({ activity: { transactions } }: { activity: InstanceActivity }) {
  const { t } = useTranslation();
  if (!transactions) return null;
  const columns: TableColumnsType<LiveTransaction> = [
    {
      title: t('instance.sessions.transaction'),
      key: 'id',
      width: 140,
      ellipsis: true,
      render: (_, { id }) => <ServerText>{id}</ServerText>,
    },
    {
      title: t('instance.sessions.session'),
      key: 'session',
      width: 130,
      render: (_, { session }) =>
        session === null ? <span className="faint">{t('instance.sessions.noSession')}</span> : <code>{session}</code>,
    },
    {
      title: t('instance.sessions.time'),
      key: 'seconds',
      width: 100,
      align: 'right',
      sorter: (a, b) => (a.seconds ?? 0) - (b.seconds ?? 0),
      render: (_, { seconds }) => formatSeconds(seconds),
    },
    {
      title: t('instance.sessions.state'),
      key: 'state',
      width: 200,
      render: (_, { state, waitSeconds }) => (
        <>
          <ServerText>{state}</ServerText>
          {waitSeconds === null ? null : (
            <div className="tone-warn">{t('instance.sessions.waits', { time: formatSeconds(waitSeconds) })}</div>
          )}
        </>
      ),
    },
    { title: t('instance.sessions.isolation'), key: 'isolation', width: 150, render: (_, { isolation }) => isolation },
    {
      title: t('instance.sessions.locked'),
      key: 'locked',
      width: 100,
      align: 'right',
      render: (_, { rowsLocked }) => count(rowsLocked),
    },
    {
      title: t('instance.sessions.modified'),
      key: 'modified',
      width: 100,
      align: 'right',
      sorter: (a, b) => (a.rowsModified ?? 0) - (b.rowsModified ?? 0),
      render: (_, { rowsModified }) => count(rowsModified),
    },
    {
      title: t('instance.sessions.statement'),
      key: 'statement',
      ellipsis: true,
      render: (_, { statement }) => <ServerText>{statement}</ServerText>,
    },
  ];
  return (
    <Panel title={t('instance.sessions.transactions')} flush>
      {transactions.ok ? null : <NotSeen title={t('instance.sessions.transactions')} words={transactions.words} />}
      {transactions.ok && transactions.items.length === 0 ? (
        <Message title={t('instance.sessions.transactionsNone')} next={t('instance.sessions.transactionsNoneNext')} />
      ) : null}
      {transactions.ok && transactions.items.length > 0 ? (
        <LongTable rowKey="id" columns={columns} rows={transactions.items} minWidth={1120} />
      ) : null}
      {transactions.ok && transactions.more ? (
        <p className="panel-foot faint">{t('instance.more', { count: transactions.items.length })}</p>
      ) : null}
    </Panel>
  );
}
