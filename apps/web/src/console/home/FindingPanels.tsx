import type { FindingView, TodayView } from '@myriad/contract';
import { useTranslation } from 'react-i18next';
import { LongName } from '../../shared/page/LongName.tsx';
import { RelativeTime } from '../../shared/page/Times.tsx';
import { StateMark } from '../../shared/state/StateMark.tsx';
import { usePick } from '../../shared/words/use-words.ts';
import { useMe } from '../frame/me.ts';
import { Lines } from './Lines.tsx';

function useFindingLine() {
  const pick = usePick();
  return ({ id, grade, words, entityName, clusterName, firstSeenAt }: FindingView) => ({
    key: id,
    to: `/findings/${id}`,
    children: (
      <>
        <StateMark of="grade" value={grade} wordless />
        <LongName>{pick(words)}</LongName>
        <RelativeTime at={firstSeenAt} />
        <span className="faint home-who">{[...new Set([entityName, clusterName])].filter(Boolean).join(' · ')}</span>
      </>
    ),
  });
}

export function MyFindings({ of }: { of: TodayView['findings'] }) {
  const { t } = useTranslation();
  const me = useMe();
  return (
    <Lines
      title={t('today.mine')}
      to={`/findings?owner=${encodeURIComponent(me.name)}`}
      of={of.mine}
      none={t('today.minesNone')}
      line={useFindingLine()}
    />
  );
}

export function OwnerlessFindings({ of }: { of: TodayView['findings'] }) {
  const { t } = useTranslation();
  return (
    <Lines
      title={t('today.ownerless')}
      to="/findings?grade=bad&owner=-"
      of={of.ownerless}
      none={t('today.ownerlessNone')}
      line={useFindingLine()}
    />
  );
}

/** What cannot be looked at, nobody can say anything about. */
export function SilentServers({ today: { servers, silent } }: { today: TodayView }) {
  const { t } = useTranslation();
  const none =
    servers?.running === false
      ? t('today.sweepOff')
      : servers?.instances === 0
        ? t('today.noServers')
        : t('today.silentNone');
  return (
    <Lines
      title={t('today.silent')}
      beside={
        servers && servers.instances > 0 ? (
          <span className="soft">{t('today.servers', { answering: servers.answering, count: servers.instances })}</span>
        ) : undefined
      }
      to="/findings?grade=bad&entity=instance"
      of={silent}
      none={none}
      line={useFindingLine()}
    />
  );
}
