import { leftOutWords, previewSchedule, type ScheduleFire } from '@myriad/contract';
import { Form, type FormInstance } from 'antd';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { formatMoment, formatRelative, readersZone } from '../../shared/format/format-time.ts';
import { useErrorWords } from '../../shared/page/ProblemNote.tsx';
import { useNow } from '../../shared/page/use-now.ts';
import { useSettled } from '../../shared/page/use-settled.ts';
import { useLanguage, usePick } from '../../shared/words/use-words.ts';
import { type ScheduleValues, timesOf } from './schedule-form.ts';

const shown = 5;

/** The next times of what is filled in so far, or why it has none; follows every key. */
export function NextTimes({ form }: { form: FormInstance<ScheduleValues> }) {
  const { t } = useTranslation();
  const wordsOf = useErrorWords();
  const values = Form.useWatch((all: ScheduleValues) => ({ times: timesOf(all), taskKind: all.taskKind }), form);
  const asked = useSettled(values);
  const preview = useAnswer(
    previewSchedule,
    { body: { ...(asked?.times ?? none), count: shown, ...(asked?.taskKind ? { taskKind: asked.taskKind } : {}) } },
    { enabled: asked?.times !== undefined, keeps: true },
  );
  const problem = preview.error ? wordsOf(preview.error) : undefined;
  return (
    <section className="next-times" aria-label={t('schedule.next')} aria-live="polite">
      <b>{t('schedule.next')}</b>
      {!asked?.times ? (
        <p className="faint">{t('schedule.nextUnknown')}</p>
      ) : problem ? (
        <p className="tone-bad">
          {problem.title} <span className="soft">{problem.next}</span>
        </p>
      ) : (
        <ol>
          {(preview.data?.fires ?? []).map((fire) => (
            <NextTime key={fire.at} fire={fire} timeZone={asked.times?.timeZone ?? none.timeZone} />
          ))}
        </ol>
      )}
    </section>
  );
}

const none = { cron: '@daily', timeZone: 'UTC' };

function NextTime({ fire: { at, because }, timeZone }: { fire: ScheduleFire; timeZone: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const pick = usePick();
  const now = useNow('slow');
  const there = formatMoment(at, language, timeZone);
  const here = formatMoment(at, language);
  return (
    <li>
      {because ? <s className="faint">{there}</s> : there}{' '}
      <span className="faint">
        {formatRelative(at, now, language)}
        {here === there ? '' : ` · ${t('schedule.yourTime', { time: here, zone: readersZone() })}`}
      </span>
      {because ? <span className="tone-warn"> {pick(leftOutWords[because])}</span> : null}
    </li>
  );
}
