import type { Shape, Tone } from './state-marks.ts';

const strokes: Record<Shape, string> = {
  tick: 'M3 8.5 6.5 12 13 4.5',
  cross: 'M4 4l8 8M12 4l-8 8',
  ring: '',
  dot: '',
  turn: 'M8 2.2a5.8 5.8 0 1 1-5.4 3.7',
  bars: 'M5.5 3.5v9M10.5 3.5v9',
  clock: 'M8 4.8V8l2.4 1.8',
  back: 'M5.5 3 2.5 6l3 3M3 6h6a4 4 0 0 1 0 8H6',
  slash: 'M4 12 12 4',
  diamond: 'M8 2.2 13.8 8 8 13.8 2.2 8Z',
  hook: 'M3 4h5a4 4 0 0 1 4 4v4M9 9.5l3 3 3-3',
};
const circled = new Set<Shape>(['ring', 'clock', 'slash']);

/** The shape alone; the word stands beside it, so it is hidden from screen readers. */
export function StateShape({ shape, tone, size = 13 }: { shape: Shape; tone: Tone; size?: number }) {
  return (
    <svg
      aria-hidden="true"
      className={`tone-${tone}${shape === 'turn' ? ' turning' : ''}`}
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {shape === 'dot' ? <circle cx="8" cy="8" r="5" fill="currentColor" stroke="none" /> : null}
      {circled.has(shape) ? <circle cx="8" cy="8" r="6" strokeWidth="1.7" /> : null}
      {strokes[shape] ? <path d={strokes[shape]} /> : null}
    </svg>
  );
}
