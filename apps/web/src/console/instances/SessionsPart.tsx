import { getInstanceActivity, type InstanceActivity, type LiveSession } from '@myriad/contract';
import { Checkbox, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { CopyRows } from '../../shared/page/CopyRows.tsx';
import { Loaded } from '../../shared/page/Loaded.tsx';
import { LongTable } from '../../shared/page/LongTable.tsx';
import { Message } from '../../shared/page/Message.tsx';
import { Panel } from '../../shared/page/Panel.tsx';
import { useFilters } from '../../shared/page/use-filters.ts';
import { EndSession } from './EndSession.tsx';
import { fitsText } from './fits-text.ts';
import { LiveState } from './LiveState.tsx';
import type { PartProps } from './parts.ts';
import { SearchField } from './SearchField.tsx';
import { ServerText } from './ServerText.tsx';
import { formatSeconds } from './seconds.ts';
import { TransactionsPanel } from './TransactionsPanel.tsx';
import { NotSeen, Unreachable } from './Unreachable.tsx';
import { useLive } from './use-live.ts';

/** Who is connected and what runs, as the server lists it. */
export function SessionsPart({ instance }: PartProps) {
  const live = useLive();
  const query = useAnswer(getInstanceActivity, { params: { instanceId: instance.id } }, { everyMs: live.everyMs });
  return (
    <Loaded query={query}>
      {(activity) =>
        activity.reachable ? (
          <>
            <SessionsPanel activity={activity} live={live} />
            <TransactionsPanel activity={activity} />
          </>
        ) : (
          <Unreachable instanceId={instance.id} because={activity.because} />
        )
      }
    </Loaded>
  );
}

const isBusy = ({ command }: LiveSession) => !/^(sleep|daemon|binlog dump)/i.test(command);

function SessionsPanel({ activity, live }: { activity: InstanceActivity; live: ReturnType<typeof useLive> }) {
  const { t } = useTranslation();
  const { values, change } = useFilters(['q', 'busy']);
  const { sessions } = activity;
  if (!sessions) return null;
  const all = sessions.ok ? sessions.items : [];
  const rows = all.filter(
    (session) =>
      (values.busy === undefined || isBusy(session)) &&
      fitsText(
        values.q,
        ...[String(session.id), session.user, session.host, session.database, session.command, session.state],
        session.statement,
      ),
  );
  return (
    <Panel
      title={t('instance.sessions.title')}
      flush
      beside={
        <span className="row wrap">
          <span className="faint">{t('instance.sessions.count', { count: rows.length })}</span>
          <SearchField value={values.q} onChange={(text) => change('q', text)} />
          <Checkbox
            checked={values.busy !== undefined}
            onChange={({ target }) => change('busy', target.checked ? 'yes' : undefined)}
          >
            {t('instance.sessions.busy')}
          </Checkbox>
        </span>
      }
      acts={
        <span className="row wrap">
          <CopyRows rows={rows.map(({ own: _, ...row }) => row)} />
          <LiveState live={live} at={activity.at} />
        </span>
      }
    >
      {sessions.ok ? null : <NotSeen title={t('instance.sessions.title')} words={sessions.words} />}
      {sessions.ok && rows.length === 0 ? (
        <Message title={t('instance.sessions.none')} next={t('instance.nothingFitsNext')} />
      ) : null}
      {rows.length > 0 ? <SessionTable rows={rows} instanceId={activity.instanceId} /> : null}
      {sessions.ok && sessions.more ? (
        <p className="panel-foot faint">{t('instance.more', { count: all.length })}</p>
      ) : null}
    </Panel>
  );
}

function SessionTable({ rows, instanceId }: { rows: readonly LiveSession[]; instanceId: string }) {
  const { t } = useTranslation();
  const columns: TableColumnsType<LiveSession> = [
    {
      title: t('instance.sessions.id'),
      key: 'id',
      width: 104,
      align: 'right',
      sorter: (a, b) => a.id - b.id,
      render: (_, { id }) => <span className="mono">{id}</span>,
    },
    {
      title: t('instance.sessions.user'),
      key: 'user',
      width: 140,
      ellipsis: { showTitle: false },
      render: (_, { user, own }) => (
        <>
          <ServerText>{user}</ServerText>
          {own ? <div className="faint">{t('instance.sessions.own')}</div> : null}
        </>
      ),
    },
    {
      title: t('instance.sessions.from'),
      key: 'host',
      width: 150,
      ellipsis: { showTitle: false },
      render: (_, { host }) => <ServerText>{host}</ServerText>,
    },
    {
      title: t('instance.sessions.database'),
      key: 'database',
      width: 100,
      ellipsis: { showTitle: false },
      render: (_, { database }) => <ServerText>{database}</ServerText>,
    },
    {
      title: t('instance.sessions.command'),
      key: 'command',
      width: 120,
      ellipsis: { showTitle: false },
      render: (_, { command }) => <ServerText>{command}</ServerText>,
    },
    {
      title: t('instance.sessions.time'),
      key: 'seconds',
      width: 84,
      align: 'right',
      sorter: (a, b) => (a.seconds ?? 0) - (b.seconds ?? 0),
      render: (_, { seconds }) => formatSeconds(seconds),
    },
    {
      title: t('instance.sessions.state'),
      key: 'state',
      width: 170,
      ellipsis: { showTitle: false },
      render: (_, { state }) => <ServerText>{state}</ServerText>,
    },
    {
      title: t('instance.sessions.statement'),
      key: 'statement',
      ellipsis: { showTitle: false },
      render: (_, { statement }) => <ServerText>{statement}</ServerText>,
    },
    {
      title: '',
      key: 'end',
      width: 70,
      align: 'right',
      render: (_, { id, own, user, host, command }) =>
        own ? null : <EndSession {...{ instanceId, user, host, command }} session={id} />,
    },
  ];
  return <LongTable rowKey="id" columns={columns} rows={rows} minWidth={1160} />;
}
