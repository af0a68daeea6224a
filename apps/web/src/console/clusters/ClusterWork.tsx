import { listTasks, listTickets } from '@myriad/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { Loaded } from '../../shared/page/Loaded.tsx';
import { Panel } from '../../shared/page/Panel.tsx';
import { RelativeTime } from '../../shared/page/Times.tsx';
import { StateMark } from '../../shared/state/StateMark.tsx';
import { usePick } from '../../shared/words/use-words.ts';

const shown = 10;

/** What was asked of the cluster and its instances, and what ran on them without a ticket. */
export function ClusterWork({ clusterId }: { clusterId: string }) {
  const { t } = useTranslation();
  const pick = usePick();
  const about = { query: { clusterId, limit: shown } };
  const tickets = useAnswer(listTickets, about, { everyMs: 10_000 });
  const tasks = useAnswer(listTasks, about, { everyMs: 10_000 });
  const alone = (tasks.data?.items ?? []).filter(({ ticketId }) => ticketId === undefined);
  return (
    <Panel title={t('cluster.work')}>
      <Loaded query={tickets}>
        {({ items }) =>
          items.length + alone.length === 0 ? (
            <span className="faint">{t('cluster.workNone')}</span>
          ) : (
            <ul className="record">
              {items.map(({ id, number, title, state, paused, openedAt }) => (
                <li key={id} className="row wrap" style={{ gap: '0 8px' }}>
                  <StateMark of="ticket" value={paused ? 'paused' : state} />
                  <Link to={`/tickets/${number}`}>
                    {number} · {pick(title)}
                  </Link>
                  <span className="faint">
                    <RelativeTime at={openedAt} />
                  </span>
                </li>
              ))}
              {alone.map(({ id, title, state, createdAt }) => (
                <li key={id} className="row wrap" style={{ gap: '0 8px' }}>
                  <StateMark of="task" value={state} />
                  <Link to={`/tasks/${id}`}>{pick(title)}</Link>
                  <span className="faint">
                    <RelativeTime at={createdAt} />
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Panel>
  );
}
