import { Progress } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatBytes, formatCount } from '../../shared/format/format-size.ts';
import { formatDuration, formatRelative } from '../../shared/format/format-time.ts';
import { type ProgressLook, rateOf } from '../../shared/format/progress-rate.ts';
import { Elapsed } from '../../shared/page/Times.tsx';
import { useNow } from '../../shared/page/use-now.ts';
import { StateMark } from '../../shared/state/StateMark.tsx';
import { useLanguage, usePick } from '../../shared/words/use-words.ts';
import type { ShownStep } from '../plan/shown-step.ts';

interface RunningStepProps {
  readonly step: ShownStep;
  readonly looks: readonly ProgressLook[];
  readonly onOpen: () => void;
}

/** One step of a task: its state, how long, what it is doing now, how far, how fast, and what went wrong. */
export function RunningStep({ step, looks, onOpen }: RunningStepProps) {
  const { t } = useTranslation();
  const pick = usePick();
  const state = step.state ?? 'pending';
  const [first] = useState(state);
  const isLive = state === 'running' || state === 'waiting' || state === 'undoing';
  const hasFailed = state === 'failed' || (state === 'waiting' && step.error !== undefined);
  return (
    <button
      type="button"
      className={`step${first === state ? '' : ' glow'}`}
      data-state={state}
      data-step={step.id}
      onClick={onOpen}
    >
      <span className="step-line">
        <StateMark of="step" value={state} wordless />
        <span className="step-title">
          {pick(step.title)}
          {step.target ? <span className="step-target faint"> · {step.target}</span> : null}
        </span>
        {step.attempt !== undefined && step.attempt > 1 ? (
          <span className="badge warn">{t('task.attempt', { n: step.attempt })}</span>
        ) : null}
        {step.startedAt ? (
          <span className="faint number">
            <Elapsed from={step.startedAt} to={step.endedAt} />
          </span>
        ) : null}
      </span>
      {isLive && step.progress ? <StepProgress progress={step.progress} looks={looks} /> : null}
      {isLive && step.wakeAt ? (
        <span className="step-under">
          <WakeTime at={step.wakeAt} />
        </span>
      ) : null}
      {hasFailed && step.error ? (
        <div className="step-under tone-bad">
          {pick(step.error.words)}
          {step.error.next ? <div className="soft">{pick(step.error.next)}</div> : null}
        </div>
      ) : null}
    </button>
  );
}

const amounts: Readonly<Record<string, (amount: number) => string>> = {
  bytes: formatBytes,
  seconds: (seconds) => formatDuration(seconds * 1000),
};

function StepProgress({
  progress,
  looks,
}: {
  progress: NonNullable<ShownStep['progress']>;
  looks: readonly ProgressLook[];
}) {
  const { t } = useTranslation();
  const pick = usePick();
  const { perSecond, secondsLeft } = rateOf(looks);
  const say = amounts[progress.unit] ?? formatCount;
  return (
    <div className="step-under">
      {progress.total ? (
        <Progress
          percent={Math.min(100, (progress.done / progress.total) * 100)}
          showInfo={false}
          size={{ height: 4 }}
          strokeColor="var(--accent)"
          railColor="var(--line)"
        />
      ) : null}
      <div className="step-figures">
        <span className="nowrap">
          {say(progress.done)}
          {progress.total ? ` / ${say(progress.total)}` : ''}
        </span>
        {perSecond !== undefined && progress.unit !== 'seconds' ? (
          <span className="nowrap">{say(perSecond)}/s</span>
        ) : null}
        {secondsLeft !== undefined ? (
          <span className="nowrap">{t('task.left', { time: formatDuration(secondsLeft * 1000) })}</span>
        ) : null}
      </div>
      {progress.note ? <div>{pick(progress.note)}</div> : null}
    </div>
  );
}

/** When a waiting step is tried or looked at again. */
function WakeTime({ at }: { at: number }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow('second');
  return at > now
    ? t('task.wakeIn', { time: formatDuration(at - now) })
    : t('task.wake', { when: formatRelative(at, at, language) });
}
