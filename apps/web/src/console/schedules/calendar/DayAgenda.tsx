import { type CalendarSchedule, leftOutWords } from '@myriad/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatMoment, formatTimeOfDay } from '../../../shared/format/format-time.ts';
import { Loaded } from '../../../shared/page/Loaded.tsx';
import { LongName } from '../../../shared/page/LongName.tsx';
import { Message } from '../../../shared/page/Message.tsx';
import { Panel } from '../../../shared/page/Panel.tsx';
import { StateMark } from '../../../shared/state/StateMark.tsx';
import { StateShape } from '../../../shared/state/StateShape.tsx';
import { useLanguage, usePick } from '../../../shared/words/use-words.ts';
import { markOf, type Occurrence, occurrencesOf } from './calendar-marks.ts';
import { addDays, type Day, startOfDay } from './calendar-span.ts';
import { useCalendar } from './use-calendar.ts';

/** More than a screen of a night says nothing more. */
const mostLines = 300;

/** One day in words: freezes in force, and every time with what becomes or became of it. */
export function DayAgenda({ day }: { day: Day }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const calendar = useCalendar(day, addDays(day, 1));
  const title = new Intl.DateTimeFormat(language, { dateStyle: 'full' }).format(startOfDay(day));
  return (
    <Panel title={title} flush>
      <Loaded query={calendar}>
        {({ schedules, freezes }) => {
          const lines = schedules
            .flatMap((schedule) => occurrencesOf(schedule).map((occurrence) => ({ schedule, occurrence })))
            .sort((a, b) => a.occurrence.at - b.occurrence.at);
          const cut = schedules.filter(({ more }) => more).map(({ name }) => name);
          return (
            <ul className="agenda" data-testid="agenda">
              {freezes.map(({ id, name, reason, fromAt, untilAt }) => (
                <li key={id}>
                  <span className="state tone-warn">
                    <i className="cal-freeze" />
                    {t('schedule.calendar.freezeOne', { name })}
                  </span>
                  <span className="soft">
                    {formatMoment(fromAt, language)} – {formatMoment(untilAt, language)} · {reason}
                  </span>
                </li>
              ))}
              {lines.slice(0, mostLines).map(({ schedule, occurrence }) => (
                <li key={`${schedule.id} ${occurrence.kind} ${occurrence.at}`}>
                  <Line schedule={schedule} occurrence={occurrence} freezes={freezes} />
                </li>
              ))}
              {lines.length > mostLines || cut.length > 0 ? (
                <li className="faint">{t('schedule.calendar.moreTimes', { names: cut.join(', ') })}</li>
              ) : null}
              {lines.length === 0 ? (
                <li>
                  <Message title={t('schedule.calendar.nothing')} next={t('schedule.calendar.nothingNext')} />
                </li>
              ) : null}
            </ul>
          );
        }}
      </Loaded>
    </Panel>
  );
}

interface LineProps {
  readonly schedule: CalendarSchedule;
  readonly occurrence: Occurrence;
  readonly freezes: readonly { readonly id: string; readonly name: string }[];
}

function Line({ schedule, occurrence, freezes }: LineProps) {
  const language = useLanguage();
  const { name, timeZone, jitterSeconds } = schedule;
  const { at } = occurrence;
  // A task begins somewhere between the two; when exactly is no promise.
  const spread = jitterSeconds === 0 ? '' : `–${formatTimeOfDay(at + jitterSeconds * 1000)}`;
  const there = formatMoment(at, language, timeZone);
  return (
    <>
      <time dateTime={new Date(at).toISOString()} title={`${there} ${timeZone}`}>
        {formatTimeOfDay(at)}
        {spread}
      </time>
      <LongName>{name}</LongName>
      <Outcome occurrence={occurrence} freezes={freezes} />
    </>
  );
}

function Outcome({ occurrence, freezes }: Pick<LineProps, 'occurrence' | 'freezes'>) {
  const { t } = useTranslation();
  const pick = usePick();
  const shape = <StateShape {...markOf(occurrence)} />;
  const word = t(`schedule.calendar.kinds.${occurrence.kind}`);
  if ('run' in occurrence) {
    const { taskId, taskState, words, because } = occurrence.run;
    if (taskId)
      return (
        <span className="row">
          {taskState ? <StateMark of="task" value={taskState} /> : shape}
          <Link to={`/tasks/${taskId}`}>{t('task.one')}</Link>
        </span>
      );
    return (
      <span className="state">
        {shape}
        {word}
        <span className="soft">{words ? pick(words) : because}</span>
      </span>
    );
  }
  const { because, freezeId } = occurrence.fire;
  const freeze = freezes.find(({ id }) => id === freezeId);
  return (
    <span className="state">
      {shape}
      {word}
      {because ? <span className="tone-warn">{freeze ? freeze.name : pick(leftOutWords[because])}</span> : null}
    </span>
  );
}
