import { type Discovery, listDiscoveries } from '@myriad/contract';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { usePages } from '../../shared/api/use-pages.ts';
import { Loaded } from '../../shared/page/Loaded.tsx';
import { MoreButton } from '../../shared/page/MoreButton.tsx';
import { PageHead } from '../../shared/page/PageHead.tsx';
import { Panel } from '../../shared/page/Panel.tsx';
import { RelativeTime } from '../../shared/page/Times.tsx';
import { AllowListPanel } from './AllowListPanel.tsx';
import { DiscoverPanel } from './DiscoverPanel.tsx';
import { ObserveGrants } from './ObserveGrants.tsx';

/** Where clusters that exist are found: what may be looked at, with whom, and from which servers. */
export function AdoptPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const earlier = usePages(listDiscoveries, { query: { limit: 10 } });
  return (
    <div className="page">
      <PageHead title={t('adoption.title')} />
      <p className="soft">{t('adoption.lead')}</p>
      <div className="columns wide">
        <DiscoverPanel onStarted={(id) => void navigate(`/fleet/adopt/${id}`)} />
        <div className="stack">
          <AllowListPanel />
          <ObserveGrants />
        </div>
      </div>
      <Panel title={t('adoption.earlier')}>
        <Loaded query={earlier.query}>
          {(items) =>
            items.length === 0 ? (
              <span className="faint">{t('adoption.earlierNone')}</span>
            ) : (
              <ul className="record">
                {items.map((one) => (
                  <Earlier key={one.id} discovery={one} />
                ))}
              </ul>
            )
          }
        </Loaded>
        <MoreButton more={earlier.more} busy={earlier.isFetchingMore} />
      </Panel>
    </div>
  );
}

function Earlier({ discovery }: { discovery: Omit<Discovery, 'clusters' | 'leftOut'> }) {
  const { t } = useTranslation();
  const { id, state, startedAt, startedBy, progress } = discovery;
  return (
    <li className="row wrap">
      <Link to={`/fleet/adopt/${id}`}>
        <RelativeTime at={startedAt} />
      </Link>
      <span>{t(`adoption.states.${state}`)}</span>
      <span className="soft">{t('adoption.answered', { answered: progress.answered, known: progress.known })}</span>
      <span className="faint">{startedBy}</span>
    </li>
  );
}
