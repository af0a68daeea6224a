import { useTranslation } from 'react-i18next';
import type { TrendLine } from './trend-of.ts';

const [width, height, left, right, top, bottom] = [1100, 190, 40, 12, 10, 26];
const gridded = [0, 60, 90, 100];
/** Beside its colour each line has a pattern of its own. */
const dashes = ['', '6 3', '2 3', '8 3 2 3', '1 4', '10 4'];

/** Scores by month, a line for each; the bands of the grades lie behind. */
export function TrendChart({ months, lines }: { months: readonly string[]; lines: readonly TrendLine[] }) {
  const { t } = useTranslation();
  const x = (at: number) => left + ((width - left - right) * (at + 0.5)) / Math.max(1, months.length);
  const y = (score: number) => top + ((height - top - bottom) * (100 - score)) / 100;
  const nameOf = ({ name }: TrendLine) =>
    name === '' ? t('sqlReview.trend.all') : (name ?? t('sqlReview.trend.none'));
  const every = Math.ceil(months.length / 8);
  return (
    <figure className="review-trend">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={t('sqlReview.trend.name')}>
        {gridded.map((score) => (
          <g key={score}>
            <line x1={left} x2={width - right} y1={y(score)} y2={y(score)} className="review-grid" />
            <text x={left - 6} y={y(score) + 4} textAnchor="end">
              {score}
            </text>
          </g>
        ))}
        {months.map((month, at) =>
          at % every === 0 ? (
            <text key={month} x={x(at)} y={height - 6} textAnchor="middle">
              {month}
            </text>
          ) : null,
        )}
        {lines.map((line, at) => (
          <g key={nameOf(line)} className={`review-line review-line-${at}`}>
            {partsOf(line.scores).map((part) => (
              <polyline
                key={part[0]?.at}
                points={part.map(({ at: month, score }) => `${x(month)},${y(score)}`).join(' ')}
                strokeDasharray={dashes[at]}
              />
            ))}
            {line.scores.map((score, month) =>
              score === null ? null : (
                <circle key={months[month]} cx={x(month)} cy={y(score)} r={3.5}>
                  <title>{`${nameOf(line)} · ${months[month]} · ${score}`}</title>
                </circle>
              ),
            )}
          </g>
        ))}
      </svg>
      <figcaption className="review-legend">
        {lines.map((line, at) => (
          <span key={nameOf(line)} className={`nowrap review-line review-line-${at}`}>
            <svg width={22} height={10} aria-hidden="true">
              <polyline points="1,5 21,5" strokeDasharray={dashes[at]} />
            </svg>{' '}
            {nameOf(line)} <b>{line.scores.findLast((score) => score !== null) ?? '—'}</b>
          </span>
        ))}
      </figcaption>
    </figure>
  );
}

/** Pieces without a gap. */
function partsOf(scores: readonly (number | null)[]) {
  const parts: { readonly at: number; readonly score: number }[][] = [[]];
  for (const [at, score] of scores.entries())
    if (score === null) parts.push([]);
    else parts.at(-1)?.push({ at, score });
  return parts.filter((part) => part.length > 0);
}
