import { listClusters, listTasks, listTickets, type TaskSummary, type TicketSummary } from '@myriad/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { Loaded } from '../../shared/page/Loaded.tsx';
import { LongName } from '../../shared/page/LongName.tsx';
import { Message } from '../../shared/page/Message.tsx';
import { PageHead } from '../../shared/page/PageHead.tsx';
import { Panel } from '../../shared/page/Panel.tsx';
import { RelativeTime } from '../../shared/page/Times.tsx';
import { StateMark } from '../../shared/state/StateMark.tsx';
import { usePick } from '../../shared/words/use-words.ts';
import { AskForCluster } from '../clusters/ClustersPage.tsx';
import { useMe } from '../frame/me.ts';
import { NewTicketLink } from '../tickets/TicketsPage.tsx';
import './home.css';

const lookMs = 5_000;
const few = 20;

/** What needs me now, most pressing first; nothing here is only decoration. */
export function HomePage() {
  const { t } = useTranslation();
  const me = useMe();
  const clusters = useAnswer(listClusters, { query: { limit: 1 } });
  const mayApprove = me.roles.includes('administrator') || me.roles.includes('dba');
  return (
    <div className="page">
      <PageHead title={t('frame.home.title')} acts={<NewTicketLink />} />
      {clusters.data?.items.length === 0 ? (
        <section className="panel">
          <Message
            title={t('frame.home.firstCluster')}
            next={t('frame.home.firstClusterNext')}
            act={<AskForCluster />}
          />
        </section>
      ) : null}
      <PausedTickets />
      <div className="columns wide">
        {mayApprove ? <WaitingTickets /> : null}
        <TasksIn
          states={['paused', 'failed']}
          leavesOutPausedTickets
          title={t('frame.home.trouble')}
          none={t('frame.home.troubleNone')}
        />
        <MyTickets />
        <TasksIn
          states={['running', 'waiting', 'undoing', 'queued']}
          title={t('frame.home.running')}
          none={t('frame.home.runningNone')}
        />
      </div>
    </div>
  );
}

/** Most pressing of all: work that has stopped half way. Nothing is shown when nothing has. */
function PausedTickets() {
  const { t } = useTranslation();
  const tickets = useAnswer(listTickets, { query: { state: 'running', limit: 200 } }, { everyMs: lookMs });
  const paused = tickets.data?.items.filter((ticket) => ticket.paused) ?? [];
  if (paused.length === 0) return null;
  return (
    <Panel title={t('frame.home.paused')} flush acts={<Link to="/tickets?state=paused">{t('ticket.all')}</Link>}>
      <TicketLines tickets={paused} none="" />
    </Panel>
  );
}

/** Own tickets are left out: somebody else decides about them. */
function WaitingTickets() {
  const { t } = useTranslation();
  const me = useMe();
  const tickets = useAnswer(listTickets, { query: { state: 'waiting', limit: few } }, { everyMs: lookMs });
  return (
    <Panel title={t('frame.home.approvals')} flush acts={<Link to="/tickets?state=waiting">{t('ticket.all')}</Link>}>
      <Loaded query={tickets}>
        {({ items }) => (
          <TicketLines
            tickets={items.filter(({ openedBy }) => openedBy.id !== me.id)}
            none={t('frame.home.approvalsNone')}
          />
        )}
      </Loaded>
    </Panel>
  );
}

function MyTickets() {
  const { t } = useTranslation();
  const tickets = useAnswer(listTickets, { query: { mine: 'true', limit: few } }, { everyMs: lookMs });
  return (
    <Panel title={t('frame.home.mine')} flush acts={<Link to="/tickets?mine=1">{t('ticket.all')}</Link>}>
      <Loaded query={tickets}>
        {({ items }) => (
          <TicketLines
            tickets={items.filter(({ closedAt }) => closedAt === undefined)}
            none={t('frame.home.mineNone')}
          />
        )}
      </Loaded>
    </Panel>
  );
}

function TicketLines({ tickets, none }: { tickets: readonly TicketSummary[]; none: string }) {
  const pick = usePick();
  if (tickets.length === 0) return <p className="home-none">{none}</p>;
  return (
    <ul className="home-list">
      {tickets.map((ticket) => (
        <li key={ticket.id}>
          <Link to={`/tickets/${ticket.number}`}>
            <span className="mono">{ticket.number}</span>
            <LongName>{pick(ticket.title)}</LongName>
            <StateMark of="ticket" value={ticket.paused ? 'paused' : ticket.state} />
            <span className="faint home-who">
              {ticket.openedBy.name} · <RelativeTime at={ticket.openedAt} />
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

interface TasksInProps {
  readonly states: readonly TaskSummary['state'][];
  /** Those stand at the top already, as tickets. */
  readonly leavesOutPausedTickets?: true;
  readonly title: string;
  readonly none: string;
}

function TasksIn({ states, leavesOutPausedTickets, title, none }: TasksInProps) {
  const { t } = useTranslation();
  const pick = usePick();
  const tasks = useAnswer(listTasks, { query: { limit: 100 } }, { everyMs: lookMs });
  return (
    <Panel title={title} flush acts={<Link to={`/tasks?state=${states[0]}`}>{t('ticket.all')}</Link>}>
      <Loaded query={tasks}>
        {({ items }) => {
          const shown = items
            .filter(({ state }) => states.includes(state))
            .filter(({ state, ticketId }) => !(leavesOutPausedTickets && state === 'paused' && ticketId))
            .slice(0, few);
          if (shown.length === 0) return <p className="home-none">{none}</p>;
          return (
            <ul className="home-list">
              {shown.map((task) => (
                <li key={task.id}>
                  <Link to={`/tasks/${task.id}`}>
                    <span className="number soft">
                      {t('task.stepsOf', { done: task.stepsDone, total: task.stepsTotal })}
                    </span>
                    <LongName>{pick(task.title)}</LongName>
                    <StateMark of="task" value={task.state} />
                    <span className="faint home-who">
                      {task.error ? pick(task.error.words) : <RelativeTime at={task.startedAt ?? task.createdAt} />}
                    </span>
                  </Link>
                </li>
              ))}
            </ul>
          );
        }}
      </Loaded>
    </Panel>
  );
}
