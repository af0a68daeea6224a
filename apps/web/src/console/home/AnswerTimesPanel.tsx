import type { AnswerTimes, TodayView } from '@myriad/contract';
import { useTranslation } from 'react-i18next';
import { formatDuration } from '../../shared/format/format-time.ts';
import { Panel } from '../../shared/page/Panel.tsx';

const dayMs = 24 * 3_600_000;
const [width, height, gap] = [8, 40, 2];

/** How long people waited for an answer: the numbers, and the days they are made of. */
export function AnswerTimesPanel({ of, at }: { of: TodayView['times']; at: number }) {
  const { t } = useTranslation();
  return (
    <Panel title={t('today.times')} beside={<span className="faint">{t('today.timesLead', { days: of.days })}</span>}>
      {of.toApprove.count === 0 ? (
        <p className="faint">{t('today.timesNone')}</p>
      ) : (
        <div className="answer-times">
          <Times title={t('today.toApprove')} of={of.toApprove} days={of.days} at={at} />
          <Times title={t('today.toDone')} of={of.toDone} days={of.days} at={at} />
        </div>
      )}
    </Panel>
  );
}

interface TimesProps {
  readonly title: string;
  readonly of: AnswerTimes;
  readonly days: number;
  readonly at: number;
}

function Times({ title, of, days, at }: TimesProps) {
  const { t } = useTranslation();
  const said = (seconds: number | undefined) => (seconds === undefined ? '—' : formatDuration(seconds * 1000));
  return (
    <figure className="answer-time">
      <figcaption>
        <span className="soft">{title}</span> <span className="faint">{t('today.ofTickets', { count: of.count })}</span>
      </figcaption>
      <p>
        <b>{said(of.medianSeconds)}</b> <span className="faint">{t('today.median')}</span> <b>{said(of.p90Seconds)}</b>{' '}
        <span className="faint">{t('today.p90')}</span>
      </p>
      <Days of={of} days={days} at={at} title={title} />
    </figure>
  );
}

/** A bar a day; high is long. Days without any are empty places. */
function Days({ of, days, at, title }: TimesProps) {
  const { t } = useTranslation();
  const longest = Math.max(1, ...of.days.map(({ medianSeconds }) => medianSeconds));
  const byDay = new Map(of.days.map((day) => [day.day, day]));
  const shown = Array.from({ length: days }, (_, back) =>
    new Date(at - (days - 1 - back) * dayMs).toISOString().slice(0, 10),
  );
  return (
    <svg
      role="img"
      aria-label={title}
      viewBox={`0 0 ${days * (width + gap)} ${height}`}
      preserveAspectRatio="none"
      className="answer-days"
    >
      {shown.map((day, index) => {
        const found = byDay.get(day);
        const tall = found ? Math.max(2, (found.medianSeconds / longest) * height) : 1;
        return (
          <rect
            key={day}
            x={index * (width + gap)}
            y={height - tall}
            width={width}
            height={tall}
            className={found ? 'answer-bar' : 'answer-none'}
          >
            {found ? (
              <title>
                {t('today.day', { day, median: formatDuration(found.medianSeconds * 1000), count: found.count })}
              </title>
            ) : null}
          </rect>
        );
      })}
    </svg>
  );
}
