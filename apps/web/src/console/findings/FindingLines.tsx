import type { FindingView } from '@myriad/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatExact } from '../../shared/format/format-time.ts';
import { RelativeTime } from '../../shared/page/Times.tsx';
import { StateMark } from '../../shared/state/StateMark.tsx';
import { useLanguage, usePick } from '../../shared/words/use-words.ts';
import { markOf } from './FindingTable.tsx';
import './findings.css';

/** On the page of a thing there is more to see than what is wrong with it. */
const most = 10;
const weights = { bad: 0, warn: 1, info: 2 } as const;

interface FindingLinesProps {
  readonly findings: readonly FindingView[];
  /** What stands there when nothing is wrong. */
  readonly none: string;
  /** Where all of them are. */
  readonly to: string;
}

/** What is wrong, the worst first, a line each; what was muted says until when and why. */
export function FindingLines({ findings, none, to }: FindingLinesProps) {
  const { t } = useTranslation();
  if (findings.length === 0) return <p className="finding-lines-none faint">{none}</p>;
  const worst = [...findings].sort((a, b) => weights[a.grade] - weights[b.grade]);
  return (
    <ul className="finding-lines">
      {worst.slice(0, most).map((finding) => (
        <Line key={finding.id} finding={finding} />
      ))}
      {worst.length > most ? (
        <li>
          <Link to={to}>{t('fact.more', { count: worst.length - most })}</Link>
        </li>
      ) : null}
    </ul>
  );
}

function Line({ finding }: { finding: FindingView }) {
  const { t } = useTranslation();
  const pick = usePick();
  const language = useLanguage();
  const { id, words, firstSeenAt, mute } = finding;
  return (
    <li>
      <StateMark of="grade" value={markOf(finding)} />
      <span>
        <Link to={`/findings/${id}`}>{pick(words)}</Link>
        {mute ? (
          <div className="tone-bad">
            {t('cluster.mutedUntil', { until: formatExact(mute.until, language), reason: mute.reason })}
          </div>
        ) : null}
      </span>
      <span className="faint nowrap">
        <RelativeTime at={firstSeenAt} />
      </span>
    </li>
  );
}
