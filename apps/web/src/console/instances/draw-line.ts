import uPlot from 'uplot';
import { nearestTo } from './chart-values.ts';

export interface LineLook {
  readonly width: number;
  readonly height: number;
  /** Where one chart's cursor moves, all of this name move. */
  readonly cursorName: string;
  /** Seconds since 1970: the whole range as it is now, also where nothing is known. */
  readonly rangeOf: () => readonly [from: number, to: number];
  readonly valueOf: (value: number) => string;
  /** Percentages begin at 0 and end at 100. */
  readonly most: number | undefined;
  readonly language: string;
  /** The moment under the cursor, seconds since 1970; null when it is nowhere. */
  readonly onCursor: (time: number | null) => void;
}

const colour = (name: string): string => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/** A point between two gaps has no line to be seen by: it becomes a dot. */
const alone = (fill: string): uPlot.Series.Points => ({
  ...{ show: true, size: 4, width: 0, fill },
  filter: (chart, series) => {
    const values = chart.data[series] ?? [];
    const isKnown = (at: number) => typeof values[at] === 'number';
    return [...values.keys()].filter((at) => isKnown(at) && !isKnown(at - 1) && !isKnown(at + 1));
  },
});

/** A line with its gaps, on a canvas of its own; colours are those of the theme as it is now. */
export function drawLine(place: HTMLElement, data: uPlot.AlignedData, look: LineLook): uPlot {
  const [ink, line, accent] = [colour('--ink-faint'), colour('--line'), colour('--accent')];
  const font = `11px ${getComputedStyle(place).fontFamily}`;
  const axis = { stroke: ink, font, grid: { stroke: line, width: 1 }, ticks: { stroke: line, width: 1, size: 4 } };
  const day = new Intl.DateTimeFormat(look.language, { month: 'numeric', day: 'numeric' });
  const time = new Intl.DateTimeFormat(look.language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const isLong = () => look.rangeOf()[1] - look.rangeOf()[0] > 90_000;
  const options: uPlot.Options = {
    ...{ width: look.width, height: look.height, legend: { show: false }, padding: [6, 16, 0, 0] },
    scales: {
      x: { time: true, range: () => [...look.rangeOf()] },
      y: { range: (_, least, most) => [Math.min(0, least ?? 0), look.most ?? Math.max(1, most ?? 1) * 1.1] },
    },
    axes: [
      {
        ...axis,
        size: 30,
        space: 64,
        values: (_, splits) => splits.map((at) => (isLong() ? day : time).format(at * 1000)),
      },
      { ...axis, size: 64, space: 26, values: (_, splits) => splits.map(look.valueOf) },
    ],
    series: [
      {},
      { stroke: accent, width: 1.4, fill: `${accent}1f`, points: alone(accent), spanGaps: false },
      // Peaks inside the points of a long range: thin, so that the mean stays the line.
      { stroke: `${accent}66`, width: 1, points: { show: false }, spanGaps: false },
    ].slice(0, data.length),
    cursor: { y: false, points: { size: 6 }, drag: { x: false, y: false }, sync: { key: look.cursorName } },
    hooks: { setCursor: [(chart) => look.onCursor(timeUnder(chart))] },
  };
  return new uPlot(options, data, place);
}

const timeUnder = ({ data, cursor }: uPlot): number | null =>
  typeof cursor.idx === 'number' ? (data[0][cursor.idx] ?? null) : null;

/** Shows newer data at once; the cursor stays at its moment rather than at its place on the screen. */
export function renewLine(chart: uPlot, data: uPlot.AlignedData, time: number | null): void {
  chart.batch(() => chart.setData(data));
  if (time !== null) placeCursor(chart, nearestTo(data[0], time), { tells: false });
}

/** Puts the cursor on a point, here and, if it tells them, on every chart that shares it; undefined takes it away. */
export function placeCursor(chart: uPlot, index: number | undefined, { tells }: { readonly tells: boolean }): void {
  const time = index === undefined ? undefined : chart.data[0][index];
  // Rounding may put the first point a hair before the axis, where no cursor stands.
  const left = time === undefined ? -10 : Math.max(0, chart.valToPos(time, 'x'));
  // The third argument tells the charts that share the cursor; the library's types leave it out.
  const setCursor: (to: { left: number; top: number }, fires: boolean, tells: boolean) => void = chart.setCursor;
  setCursor({ left, top: 10 }, true, tells);
}
