import { type FindingChange, listFindingChanges } from '@myriad/contract';
import { useTranslation } from 'react-i18next';
import { usePages } from '../../shared/api/use-pages.ts';
import { formatExact } from '../../shared/format/format-time.ts';
import { Loaded } from '../../shared/page/Loaded.tsx';
import { MoreButton } from '../../shared/page/MoreButton.tsx';
import { Panel } from '../../shared/page/Panel.tsx';
import { RelativeTime } from '../../shared/page/Times.tsx';
import type { en } from '../../shared/words/en.ts';
import { useLanguage } from '../../shared/words/use-words.ts';

type Source = keyof typeof en.finding.page.sources;

/** What became of a finding, newest first. */
export function FindingHistory({ findingId }: { findingId: string }) {
  const { t } = useTranslation();
  const changes = usePages(listFindingChanges, { params: { findingId }, query: { limit: 50 } });
  return (
    <Panel title={t('finding.page.history')} flush>
      <Loaded query={changes.query}>
        {(items) =>
          items.length === 0 ? (
            <p className="home-none">{t('finding.page.historyNone')}</p>
          ) : (
            <ol className="finding-history">
              {items.map((change) => (
                <Line key={change.id} change={change} />
              ))}
            </ol>
          )
        }
      </Loaded>
      <MoreButton more={changes.more} busy={changes.isFetchingMore} />
    </Panel>
  );
}

function Line({ change }: { change: FindingChange }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { at, what, by, detail } = change;
  const who = t(`finding.page.sources.${by as Source}`, { defaultValue: by });
  const more = () => {
    if (what === 'assigned')
      return typeof detail.after === 'string'
        ? t('finding.changes.to', { owner: detail.after })
        : t('finding.changes.toNobody');
    if (what === 'muted' && typeof detail.until === 'number')
      return t('finding.changes.until', { when: formatExact(detail.until, language), reason: String(detail.reason) });
    if (what === 'changed' || what === 'accepted')
      return t('finding.changes.from', {
        before: String(detail.before ?? detail.recorded ?? ''),
        after: String(detail.after ?? detail.found ?? ''),
      });
    return '';
  };
  return (
    <li>
      <RelativeTime at={at} />
      <span>
        <strong>{t(`finding.changes.${what}`)}</strong> <bdi>{more()}</bdi>{' '}
        <span className="faint">{t('finding.changes.by', { who })}</span>
      </span>
    </li>
  );
}
