import { getToday, listClusters } from '@myriad/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFleetNews } from '../../shared/api/follow-fleet.ts';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { Loaded } from '../../shared/page/Loaded.tsx';
import { Message } from '../../shared/page/Message.tsx';
import { PageHead } from '../../shared/page/PageHead.tsx';
import { StateMark } from '../../shared/state/StateMark.tsx';
import { AskForCluster } from '../clusters/ClustersPage.tsx';
import { useMe } from '../frame/me.ts';
import { NewTicketLink } from '../tickets/TicketsPage.tsx';
import { AnswerTimesPanel } from './AnswerTimesPanel.tsx';
import { Endings, Quotas } from './EndingPanels.tsx';
import { MyFindings, OwnerlessFindings, SilentServers } from './FindingPanels.tsx';
import { PausedTickets } from './PausedTickets.tsx';
import { Approvals, MyTickets, Running, Stopped } from './WorkPanels.tsx';
import './home.css';

const lookMs = 5_000;
const news = [getToday];

/** What needs me now, most pressing first; nothing here is only decoration. */
export function HomePage() {
  const { t } = useTranslation();
  const me = useMe();
  useFleetNews(news);
  const today = useAnswer(getToday, {}, { everyMs: lookMs });
  const clusters = useAnswer(listClusters, { query: { limit: 1 } });
  const operates = me.roles.some((role) => role === 'administrator' || role === 'dba');
  const bad = today.data?.findings.bad ?? 0;
  return (
    <div className="page">
      <PageHead
        title={t('frame.home.title')}
        beside={
          bad > 0 ? (
            <Link to="/findings?grade=bad" className="row">
              <b>{bad}</b> <StateMark of="grade" value="bad" />
            </Link>
          ) : undefined
        }
        acts={<NewTicketLink />}
      />
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
      <Loaded query={today}>
        {(found) => (
          <div className="home-panels">
            {operates ? <Approvals of={found.approvals} /> : null}
            <Stopped of={found.stopped} />
            <SilentServers today={found} />
            {operates ? <OwnerlessFindings of={found.findings} /> : null}
            <MyFindings of={found.findings} />
            <MyTickets of={found.tickets} />
            <Running of={found.running} />
            <Endings of={found.expiring} />
            <Quotas of={found.quotas} />
            <AnswerTimesPanel of={found.times} at={found.at} />
          </div>
        )}
      </Loaded>
    </div>
  );
}
