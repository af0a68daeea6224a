import type { MetricUnit } from '@myriad/contract';
import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type uPlot from 'uplot';
import { formatMoment } from '../../shared/format/format-time.ts';
import { useIsDark } from '../../shared/theme/theme-choice.ts';
import { useLanguage } from '../../shared/words/use-words.ts';
import { digestOf, nearestTo, type Values, valueText } from './chart-values.ts';
import { drawLine, placeCursor, renewLine } from './draw-line.ts';
import 'uplot/dist/uPlot.min.css';

interface LineChartProps {
  readonly name: string;
  /** What it tells. */
  readonly why?: string;
  readonly unit: MetricUnit | 'bytes';
  readonly times: readonly number[];
  readonly values: Values;
  readonly highest?: Values | undefined;
  /** Seconds since 1970. */
  readonly range: readonly [number, number];
  readonly cursorName: string;
}

const height = 132;

/** One metric over time: gaps stay gaps, the cursor is shared, and arrow keys walk along it and say what is there. */
export function LineChart({ name, why, unit, times, values, highest, range, cursorName }: LineChartProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const isDark = useIsDark();
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<uPlot>(undefined);
  // The cursor is a moment, not a place: newer data moves the moment's place. Keys may come faster than it is drawn.
  const [time, setTime] = useState<number | null>(null);
  const newestTime = useRef<number | null>(null);
  const keepTime = useCallback((next: number | null) => {
    newestTime.current = next;
    setTime(next);
  }, []);
  const show = useMemo(() => {
    const perSecond = t('instance.metrics.units.per-second');
    return (value: number | null | undefined) =>
      unit === 'bytes' ? valueText(value, 'bytes-per-second', '') : valueText(value, unit, perSecond);
  }, [unit, t]);
  const data = useMemo(
    (): uPlot.AlignedData => [[...times], [...values], ...(highest ? [[...highest]] : [])],
    [times, values, highest],
  );
  const columns = data.length;
  // A chart is made anew only where its look changes; what it shows is handed to it as it comes.
  const newest = useRef({ data, range });
  newest.current = { data, range };
  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme's colours are read while drawing
  useEffect(() => {
    const { current: element } = place;
    if (!element) return;
    const most = unit === 'percent' ? 100 : undefined;
    const look = { height, cursorName, valueOf: show, language, most, onCursor: keepTime };
    const rangeOf = () => newest.current.range;
    const made = drawLine(element, newest.current.data, { ...look, rangeOf, width: element.clientWidth });
    chart.current = made;
    if (newestTime.current !== null) renewLine(made, newest.current.data, newestTime.current);
    const watch = new ResizeObserver(() => made.setSize({ width: element.clientWidth, height }));
    watch.observe(element);
    return () => {
      watch.disconnect();
      made.destroy();
      chart.current = undefined;
    };
  }, [cursorName, show, language, isDark, columns, unit, keepTime]);
  useEffect(() => {
    const { current: made } = chart;
    if (made && made.data !== data) renewLine(made, data, newestTime.current);
  }, [data]);

  const walk = (event: KeyboardEvent) => {
    const { current: made } = chart;
    if (!made) return;
    const end = made.data[0].length - 1;
    const from = newestTime.current === null ? undefined : nearestTo(made.data[0], newestTime.current);
    const next = { ArrowLeft: (from ?? end + 1) - 1, ArrowRight: (from ?? -1) + 1, Home: 0, End: end }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    placeCursor(made, Math.max(0, Math.min(end, next)), { tells: true });
  };
  const leave = () => chart.current && placeCursor(chart.current, undefined, { tells: true });
  const digest = digestOf(values, highest);
  const words = { name, last: show(digest.last), least: show(digest.least), greatest: show(digest.greatest) };
  const at = time === null ? undefined : nearestTo(times, time);
  const here = at === undefined ? undefined : times[at];
  const moment = here === undefined ? '' : formatMoment(here * 1000, language);
  const value = at === undefined ? undefined : (values[at] ?? null);
  return (
    <figure className="line-chart">
      <figcaption>
        <span className="line-name" title={why}>
          {name}
        </span>
        <span className="grow" />
        <output className="line-value">
          {value === undefined ? show(digest.last) : value === null ? t('instance.metrics.unknown') : show(value)}
        </output>
        <span className="faint line-moment">{moment}</span>
      </figcaption>
      <div
        ref={place}
        className="line-plot"
        role="slider"
        tabIndex={0}
        aria-label={`${t('instance.metrics.says', words)} ${t('instance.metrics.keys')}`}
        aria-valuemin={0}
        aria-valuemax={Math.max(0, values.length - 1)}
        aria-valuenow={at ?? Math.max(0, values.length - 1)}
        aria-valuetext={
          value === undefined ? words.last : `${moment} ${value === null ? t('instance.metrics.unknown') : show(value)}`
        }
        onKeyDown={walk}
        onBlur={leave}
      />
    </figure>
  );
}
