import type { SweepMark } from '@myriad/contract';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { StateShape } from '../../shared/state/StateShape.tsx';
import type { Shape, Tone } from '../../shared/state/state-marks.ts';
import { type MarkedDimension, useMark } from './mark-board.ts';

/** Seconds from which a replica is shown as late. */
const lateSeconds = 10;

interface Stand {
  readonly word: 'fails' | 'broken' | 'waits' | 'readOnly' | 'writable' | 'answers';
  readonly shape: Shape;
  readonly tone: Tone;
}

function standOf(mark: SweepMark, isOne: boolean): Stand {
  if (mark.failing > 0) return { word: 'fails', shape: 'cross', tone: 'bad' };
  if (mark.broken > 0) return { word: 'broken', shape: 'diamond', tone: 'bad' };
  if (mark.answering === 0) return { word: 'waits', shape: 'ring', tone: 'calm' };
  if (!isOne) return { word: 'answers', shape: 'dot', tone: 'good' };
  return mark.writable > 0
    ? { word: 'writable', shape: 'dot', tone: 'live' }
    : { word: 'readOnly', shape: 'dot', tone: 'good' };
}

/** How a row stands right now, as the last looks saw it; what changed glows once. */
export function Mark({ dimension, id }: { dimension: MarkedDimension; id: string }) {
  const { t } = useTranslation();
  const seen = useMark(dimension, id);
  const first = useRef(seen);
  if (!seen) return <span className="faint">…</span>;
  const { mark } = seen;
  if (!mark) return <span className="faint">{t('explore.mark.notSwept')}</span>;
  const isOne = dimension === 'instance';
  const { word, shape, tone } = standOf(mark, isOne);
  const all = mark.answering + mark.failing + mark.waiting;
  first.current ??= seen;
  const isNews = first.current !== seen;
  return (
    <span key={`${word}${mark.answering}`} className={isNews ? 'row glow' : 'row'} style={{ gap: 6 }}>
      <span className="state" data-state={word}>
        <StateShape shape={shape} tone={tone} size={11} />
        <span className={`tone-${tone}`}>{t(`explore.mark.${word}`)}</span>
      </span>
      {isOne ? null : <span className="faint">{`${mark.answering}/${all}`}</span>}
      {mark.lagSeconds === undefined ? null : (
        <span className={mark.lagSeconds >= lateSeconds ? 'tone-warn nowrap' : 'faint nowrap'}>
          {t('cluster.lag', { lag: `${mark.lagSeconds} s` })}
        </span>
      )}
    </span>
  );
}
