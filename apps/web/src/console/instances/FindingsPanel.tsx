import { listFindings } from '@myriad/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { Loaded } from '../../shared/page/Loaded.tsx';
import { Panel } from '../../shared/page/Panel.tsx';
import { RelativeTime } from '../../shared/page/Times.tsx';
import { StateMark } from '../../shared/state/StateMark.tsx';
import { usePick } from '../../shared/words/use-words.ts';
import { markOf } from '../findings/FindingTable.tsx';
import type { PartProps } from './parts.ts';

/** What is wrong with this instance, as far as anybody has looked. */
export function FindingsPanel({ instance: { id, clusterId } }: PartProps) {
  const { t } = useTranslation();
  const pick = usePick();
  const query = useAnswer(
    listFindings,
    { query: { entity: 'instance', entityId: id, limit: 50 } },
    { everyMs: 10_000 },
  );
  return (
    <Panel
      title={t('instance.findings.title')}
      acts={clusterId ? <Link to={`/findings?clusterId=${clusterId}`}>{t('instance.findings.all')}</Link> : null}
    >
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <span className="faint">{t('instance.findings.none')}</span>
          ) : (
            <ul className="record">
              {items.map((finding) => (
                <li key={finding.id} className="row wrap">
                  <StateMark of="grade" value={markOf(finding)} />
                  <Link to={`/findings/${finding.id}`}>{pick(finding.words)}</Link>
                  <span className="faint">
                    <RelativeTime at={finding.firstSeenAt} />
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
