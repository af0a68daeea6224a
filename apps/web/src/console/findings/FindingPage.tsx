import { type FindingView, getFinding } from '@myriad/contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useFleetNews } from '../../shared/api/follow-fleet.ts';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { Copyable } from '../../shared/page/Copyable.tsx';
import { Loaded } from '../../shared/page/Loaded.tsx';
import { PageHead } from '../../shared/page/PageHead.tsx';
import { Panel } from '../../shared/page/Panel.tsx';
import { RelativeTime } from '../../shared/page/Times.tsx';
import { StateMark } from '../../shared/state/StateMark.tsx';
import type { en } from '../../shared/words/en.ts';
import { usePick } from '../../shared/words/use-words.ts';
import { Evidence } from './Evidence.tsx';
import { FindingActs } from './FindingActs.tsx';
import { FindingHistory } from './FindingHistory.tsx';
import { markOf } from './FindingTable.tsx';
import { FindingThing } from './FindingThing.tsx';
import { findingAnswers } from './MuteDialog.tsx';
import { MuteNote } from './MuteNote.tsx';
import './findings.css';

/** One finding: what is wrong, since when, what to know and do about it, and what became of it. */
export function FindingPage() {
  const { findingId = '' } = useParams();
  const pick = usePick();
  useFleetNews(findingAnswers);
  const finding = useAnswer(getFinding, { params: { findingId } }, { everyMs: 15_000 });
  return (
    <div className="page">
      <Loaded query={finding}>
        {(found) => (
          <>
            <PageHead
              title={pick(found.words)}
              beside={<StateMark of="grade" value={markOf(found)} />}
              acts={<FindingActs findings={[found]} />}
            />
            <MuteNote mute={found.mute} />
            <div className="columns wide">
              <div className="stack">
                <Note finding={found} />
                <EvidencePanel finding={found} />
              </div>
              <div className="stack">
                <About finding={found} />
                <FindingHistory findingId={found.id} />
              </div>
            </div>
          </>
        )}
      </Loaded>
    </div>
  );
}

function Note({ finding: { note, next, runbook } }: { finding: FindingView }) {
  const { t } = useTranslation();
  const pick = usePick();
  if (!note && !next) return null;
  return (
    <Panel title={t('finding.page.note')}>
      <div className="stack">
        {note ? <p>{pick(note)}</p> : null}
        {next ? (
          <p>
            <strong>{t('finding.page.next')}</strong> {pick(next)}
          </p>
        ) : null}
        {runbook ? (
          <p className="faint">
            {t('finding.page.runbook')} <Copyable text={`docs/${runbook}`} />
          </p>
        ) : null}
      </div>
    </Panel>
  );
}

function EvidencePanel({ finding: { evidence } }: { finding: FindingView }) {
  const { t } = useTranslation();
  return (
    <Panel title={t('finding.page.evidence')}>
      <Evidence evidence={evidence} />
    </Panel>
  );
}

function About({ finding }: { finding: FindingView }) {
  const { t } = useTranslation();
  const { code, entity, about, source, firstSeenAt, lastSeenAt, closedAt, times, owner } = finding;
  const rows: readonly (readonly [string, ReactNode] | undefined)[] = [
    [
      t('finding.filters.code'),
      <Link key="code" to={`/findings?code=${code}&show=openMuted`} className="mono">
        {code}
      </Link>,
    ],
    [t(`finding.entities.${entity}`), <FindingThing key="thing" finding={finding} />],
    about === '' ? undefined : [t('finding.page.about'), <bdi key="about">{about}</bdi>],
    [
      t('finding.page.source'),
      t(`finding.page.sources.${source as keyof typeof en.finding.page.sources}`, { defaultValue: source }),
    ],
    [t('finding.page.first'), <RelativeTime key="first" at={firstSeenAt} />],
    [t('finding.page.last'), <RelativeTime key="last" at={lastSeenAt} />],
    closedAt === undefined ? undefined : [t('finding.page.closed'), <RelativeTime key="closed" at={closedAt} />],
    [
      t('finding.page.times'),
      times === 1 ? t('finding.page.timesOnce') : t('finding.page.timesMany', { count: times }),
    ],
    [
      t('finding.page.owner'),
      owner ?? (
        <span key="owner" className="faint">
          {t('finding.nobody')}
        </span>
      ),
    ],
  ];
  return (
    <Panel title={t('finding.filters.entity')}>
      <dl className="evidence">
        {rows.flatMap((row) =>
          row
            ? [
                <div key={row[0]}>
                  <dt>{row[0]}</dt>
                  <dd>{row[1]}</dd>
                </div>,
              ]
            : [],
        )}
      </dl>
    </Panel>
  );
}
