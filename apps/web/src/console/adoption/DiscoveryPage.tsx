import { cancelDiscovery, type Discovery, getDiscovery } from '@myriad/contract';
import { Button, Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { useSend } from '../../shared/api/use-send.ts';
import { Loaded } from '../../shared/page/Loaded.tsx';
import { Message } from '../../shared/page/Message.tsx';
import { PageHead } from '../../shared/page/PageHead.tsx';
import { Panel } from '../../shared/page/Panel.tsx';
import { RelativeTime } from '../../shared/page/Times.tsx';
import { usePick } from '../../shared/words/use-words.ts';
import { ChooseClusters } from './ChooseClusters.tsx';

/** A discovery: how far it is, then what it found, to choose from. Leaving the page ends nothing. */
export function DiscoveryPage() {
  const { discoveryId = '' } = useParams();
  const { t } = useTranslation();
  const params = { discoveryId };
  const first = useAnswer(getDiscovery, { params });
  const isRunning = first.data?.state === 'running';
  const query = useAnswer(getDiscovery, { params }, { everyMs: isRunning ? 1_000 : false });
  return (
    <div className="page">
      <Loaded query={query}>
        {(discovery) => (
          <>
            <PageHead
              title={t('adoption.found')}
              beside={
                <span className="row wrap soft">
                  <span>{t(`adoption.states.${discovery.state}`)}</span>
                  <RelativeTime at={discovery.startedAt} />
                  <span>{discovery.startedBy}</span>
                </span>
              }
              acts={<Link to="/fleet/adopt">{t('adoption.again')}</Link>}
            />
            {discovery.state === 'running' ? <Running discovery={discovery} /> : <Ended discovery={discovery} />}
          </>
        )}
      </Loaded>
    </div>
  );
}

function Running({ discovery: { id, progress } }: { discovery: Discovery }) {
  const { t } = useTranslation();
  const { send, isSending } = useSend(cancelDiscovery, { refreshes: [getDiscovery] });
  const { known, looked, answered, now } = progress;
  return (
    <Panel title={t('adoption.looking')}>
      <div className="stack" aria-live="polite">
        {/* More may be heard of on the way: what is known so far is what is shown. */}
        <Progress percent={known === 0 ? 0 : Math.round((100 * looked) / known)} status="active" />
        <span>{t('adoption.looked', { looked, known, answered })}</span>
        <span className="faint mono">{now.join('  ')}</span>
        <div>
          <Button loading={isSending} onClick={() => send({ params: { discoveryId: id } })}>
            {t('adoption.cancel')}
          </Button>
        </div>
      </div>
    </Panel>
  );
}

function Ended({ discovery }: { discovery: Discovery }) {
  const { t } = useTranslation();
  const pick = usePick();
  const { clusters, leftOut, state } = discovery;
  return (
    <>
      {clusters.length === 0 ? (
        <Panel title={t('adoption.clusters')}>
          <Message
            title={t(state === 'broken-off' ? 'adoption.brokenOff' : 'adoption.nothingFound')}
            next={t('adoption.nothingFoundNext')}
            act={<Link to="/fleet/adopt">{t('adoption.again')}</Link>}
          />
        </Panel>
      ) : (
        <ChooseClusters discovery={discovery} />
      )}
      {leftOut.length > 0 ? (
        <Panel title={t('adoption.leftOut')}>
          <ul className="record">
            {leftOut.map(({ server, because }) => (
              <li key={server}>
                <code className="mono">{server}</code> <span className="soft">{pick(because)}</span>
              </li>
            ))}
          </ul>
        </Panel>
      ) : null}
    </>
  );
}
