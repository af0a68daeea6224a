import type { ReviewProgress } from '@myriad/contract';
import { Button, Progress } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatBytes, formatCount } from '../../shared/format/format-size.ts';
import { formatDuration } from '../../shared/format/format-time.ts';
import { type ProgressLook, rateOf, rememberLook } from '../../shared/format/progress-rate.ts';
import { Elapsed } from '../../shared/page/Times.tsx';
import type { WatchedRun } from './use-review-run.ts';

/** A review on its way: what it does now, statements and bytes, how long it will still take, and the way to end it. */
export function ReviewRunning({ run }: { run: WatchedRun }) {
  const { progress } = run;
  return progress ? <Running progress={progress} run={run} /> : null;
}

function Running({ progress, run }: { progress: ReviewProgress; run: WatchedRun }) {
  const { t } = useTranslation();
  const { phase, judged, statements, readBytes, bytes, file } = progress;
  const [begunAt] = useState(() => Date.now());
  const secondsLeft = useSecondsLeft(readBytes, bytes);
  const isJudging = phase === 'judging';
  const percent = isJudging && bytes > 0 ? Math.floor((readBytes / bytes) * 100) : phase === 'keeping' ? 100 : 0;
  return (
    <section className="review-running" aria-label={t('sqlReview.running.name')}>
      <div className="row wrap">
        <strong>{t(`sqlReview.running.${phase}`)}</strong>
        {statements > 0 ? (
          <span>
            {t('sqlReview.running.statements', { judged: formatCount(judged), total: formatCount(statements) })}
          </span>
        ) : null}
        <span className="soft">
          {t('sqlReview.running.bytes', { read: formatBytes(readBytes), bytes: formatBytes(bytes) })}
        </span>
        <span className="soft">
          <Elapsed from={begunAt} />
        </span>
        {isJudging && secondsLeft !== undefined ? (
          <span className="soft">{t('sqlReview.running.left', { left: formatDuration(secondsLeft * 1000) })}</span>
        ) : null}
        <span className="grow" />
        <Button onClick={run.cancel} disabled={run.isCancelling}>
          {t(run.isCancelling ? 'sqlReview.running.cancelling' : 'frame.act.cancel')}
        </Button>
      </div>
      <Progress percent={percent} size="small" aria-label={t('sqlReview.running.name')} />
      {file ? (
        <div className="soft review-message">
          {t('sqlReview.running.file', { number: file.number, of: file.of })} <bdi translate="no">{file.name}</bdi>
        </div>
      ) : null}
    </section>
  );
}

/** By the rate of the last looks; nothing while there is no honest estimate. */
function useSecondsLeft(done: number, total: number): number | undefined {
  const [looks, setLooks] = useState<readonly ProgressLook[]>([]);
  useEffect(() => setLooks((before) => rememberLook(before, { at: Date.now(), done, total })), [done, total]);
  return rateOf(looks).secondsLeft;
}
