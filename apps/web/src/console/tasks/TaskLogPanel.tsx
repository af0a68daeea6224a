import type { TaskEvent, TaskStepView } from '@myriad/contract';
import { Button, Checkbox, Select } from 'antd';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatClock, formatExact } from '../../shared/format/format-time.ts';
import { Panel } from '../../shared/page/Panel.tsx';
import { useLanguage, usePick } from '../../shared/words/use-words.ts';
import './task-log.css';

interface TaskLogPanelProps {
  readonly lines: readonly TaskEvent[];
  readonly steps: readonly TaskStepView[];
  readonly lostSince: number | undefined;
}

const shownAtOnce = 300;

/** The log for the person watching: newest at the bottom, following unless one scrolls up. */
export function TaskLogPanel({ lines, steps, lostSince }: TaskLogPanelProps) {
  const { t } = useTranslation();
  const pick = usePick();
  const [stepId, setStepId] = useState('');
  const [onlyTrouble, setOnlyTrouble] = useState(false);
  const [shown, setShown] = useState(shownAtOnce);
  const [isFollowing, setFollowing] = useState(true);
  const box = useRef<HTMLOListElement>(null);
  const matching = useMemo(
    () =>
      lines.filter(
        (line) =>
          (stepId === '' || line.stepId === stepId) &&
          (!onlyTrouble || line.level === 'warning' || line.level === 'error'),
      ),
    [lines, stepId, onlyTrouble],
  );
  const visible = matching.slice(-shown);
  const newest = visible.at(-1)?.seq;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new line is what moves the view
  useEffect(() => {
    if (isFollowing && box.current) box.current.scrollTop = box.current.scrollHeight;
  }, [newest, isFollowing]);
  const titles = useMemo(() => new Map(steps.map((step) => [step.id, step])), [steps]);
  return (
    <Panel
      title={t('task.log')}
      flush
      beside={
        lostSince === undefined ? null : (
          <span className="tone-bad" role="status">
            {t('task.logLost', { when: formatClock(lostSince) })}
          </span>
        )
      }
      acts={
        <div className="row wrap">
          <Checkbox checked={onlyTrouble} onChange={(event) => setOnlyTrouble(event.target.checked)}>
            {t('task.logWarnings')}
          </Checkbox>
          <Checkbox checked={isFollowing} onChange={(event) => setFollowing(event.target.checked)}>
            {t('task.logFollow')}
          </Checkbox>
          <Select
            value={stepId}
            onChange={setStepId}
            style={{ width: 200 }}
            aria-label={t('task.logAll')}
            popupMatchSelectWidth={false}
            options={[
              { value: '', label: t('task.logAll') },
              ...steps.map((step) => ({
                value: step.id,
                label: step.target ? `${pick(step.title)} · ${step.target}` : pick(step.title),
              })),
            ]}
          />
        </div>
      }
    >
      {matching.length > visible.length ? (
        <Button type="link" onClick={() => setShown(shown + 1000)}>
          {t('task.logEarlier', { count: matching.length - visible.length })}
        </Button>
      ) : null}
      {visible.length === 0 ? <p className="log-empty faint">{t('task.logEmpty')}</p> : null}
      <ol
        className="log"
        ref={box}
        aria-label={t('task.log')}
        onWheel={(event) => event.deltaY < 0 && setFollowing(false)}
      >
        {visible.map((line) => (
          <LogLine key={line.seq} line={line} step={line.stepId ? titles.get(line.stepId) : undefined} />
        ))}
      </ol>
    </Panel>
  );
}

function LogLine({ line, step }: { line: TaskEvent; step: TaskStepView | undefined }) {
  const { t } = useTranslation();
  const pick = usePick();
  const language = useLanguage();
  const of = line.type === 'task' ? 'task' : 'step';
  const said = line.words ? pick(line.words) : '';
  const changed = line.state ? t(`state.${of}.${line.state}` as 'state.step.done', { defaultValue: line.state }) : '';
  return (
    <li data-level={line.level ?? 'info'} data-type={line.type}>
      <time title={formatExact(line.at, language)}>{formatClock(line.at)}</time>
      <span className="log-step">{step?.target ?? ''}</span>
      <span className="log-words">
        {step ? <span className="soft">{pick(step.title)} · </span> : null}
        {changed ? <b>{changed}</b> : null}
        {changed && said ? ' · ' : ''}
        {said}
      </span>
    </li>
  );
}
