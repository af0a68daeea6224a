import type { Expiring, TodayView } from '@myriad/contract';
import { useTranslation } from 'react-i18next';
import { formatBytes } from '../../shared/format/format-size.ts';
import { LongName } from '../../shared/page/LongName.tsx';
import { RelativeTime } from '../../shared/page/Times.tsx';
import { usePick } from '../../shared/words/use-words.ts';
import { Lines } from './Lines.tsx';

function addressOf({ kind, id, entity }: Expiring): string {
  if (kind === 'freeze') return '/schedules';
  if (kind === 'mute') return `/findings/${id}`;
  if (kind === 'exception') return '/standards';
  return entity === 'instance' ? `/instances/${id}` : `/clusters/${id}`;
}

/** Change freezes, maintenance, mutes and exceptions that begin or end within a week. */
export function Endings({ of }: { of: TodayView['expiring'] }) {
  const { t } = useTranslation();
  const pick = usePick();
  return (
    <Lines
      title={t('today.expiring')}
      to="/schedules"
      of={{ items: of, more: false }}
      none={t('today.expiringNone')}
      line={(one) => ({
        key: one.kind + one.id,
        to: addressOf(one),
        children: (
          <>
            <span className="soft">{t(`today.kinds.${one.kind}`)}</span>
            <LongName>{pick(one.name)}</LongName>
            <span className="nowrap">
              {t(one.inForce ? 'today.ends' : 'today.begins')}{' '}
              <RelativeTime at={one.inForce ? one.until : (one.from ?? one.until)} />
            </span>
            <span className="faint home-who">{t('today.by', { reason: one.reason, by: one.by })}</span>
          </>
        ),
      })}
    />
  );
}

/** Only where there is one: a quota that is far from its end needs nobody. */
export function Quotas({ of }: { of: TodayView['quotas'] }) {
  const { t } = useTranslation();
  if (of.length === 0) return null;
  const amount = (what: (typeof of)[number]['what'], value: number) =>
    what === 'instances' ? String(value) : formatBytes(value);
  return (
    <Lines
      title={t('today.quotas')}
      to="/clusters"
      of={{ items: of, more: false }}
      none={t('today.quotasNone')}
      line={({ applicationId, application, environment, what, used, allowed }) => ({
        key: applicationId + environment + what,
        to: `/tickets?application=${applicationId}`,
        children: (
          <>
            <span className="number soft">{Math.round((used / Math.max(1, allowed)) * 100)} %</span>
            <LongName>{`${application} · ${environment}`}</LongName>
            <span className="nowrap">{t(`today.amounts.${what}`)}</span>
            <span className="faint home-who">
              {t('today.used', { used: amount(what, used), allowed: amount(what, allowed) })}
            </span>
          </>
        ),
      })}
    />
  );
}
