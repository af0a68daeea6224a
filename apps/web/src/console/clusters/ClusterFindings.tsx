import { type FindingView, listFindings } from '@myriad/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { usePages } from '../../shared/api/use-pages.ts';
import { formatExact } from '../../shared/format/format-time.ts';
import { Loaded } from '../../shared/page/Loaded.tsx';
import { MoreButton } from '../../shared/page/MoreButton.tsx';
import { Panel } from '../../shared/page/Panel.tsx';
import { RelativeTime } from '../../shared/page/Times.tsx';
import { StateMark } from '../../shared/state/StateMark.tsx';
import { useLanguage, usePick } from '../../shared/words/use-words.ts';
import { markOf } from '../findings/FindingTable.tsx';

/** What is wrong with the cluster and everything in it; what was muted says until when and why. */
export function ClusterFindings({ clusterId }: { clusterId: string }) {
  const { t } = useTranslation();
  const findings = usePages(listFindings, { query: { clusterId, limit: 20 } }, { everyMs: 10_000 });
  return (
    <Panel
      title={t('cluster.findings')}
      acts={<Link to={`/findings?clusterId=${clusterId}`}>{t('cluster.findingsAll')}</Link>}
    >
      <Loaded query={findings.query}>
        {(items) =>
          items.length === 0 ? (
            <span className="faint">{t('cluster.findingsNone')}</span>
          ) : (
            <ul className="record">
              {items.map((finding) => (
                <Found key={finding.id} finding={finding} />
              ))}
            </ul>
          )
        }
      </Loaded>
      <MoreButton more={findings.more} busy={findings.isFetchingMore} />
    </Panel>
  );
}

function Found({ finding }: { finding: FindingView }) {
  const { t } = useTranslation();
  const pick = usePick();
  const language = useLanguage();
  const { id, words, firstSeenAt, mute } = finding;
  return (
    <li>
      <span className="row wrap" style={{ gap: '0 8px' }}>
        <StateMark of="grade" value={markOf(finding)} />
        <Link to={`/findings/${id}`}>{pick(words)}</Link>
        <span className="faint">
          <RelativeTime at={firstSeenAt} />
        </span>
      </span>
      {mute ? (
        <div className="tone-bad">
          {t('cluster.mutedUntil', { until: formatExact(mute.until, language), reason: mute.reason })}
        </div>
      ) : null}
    </li>
  );
}
