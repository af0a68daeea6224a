import type { ReviewGrade, ReviewVerdict } from '@myriad/contract';
import { useTranslation } from 'react-i18next';
import { StateShape } from '../../shared/state/StateShape.tsx';
import type { Mark } from '../../shared/state/state-marks.ts';

const grades: Readonly<Record<ReviewGrade, Mark>> = {
  X: { shape: 'slash', tone: 'bad' },
  E: { shape: 'cross', tone: 'bad' },
  W: { shape: 'diamond', tone: 'warn' },
  N: { shape: 'dot', tone: 'calm' },
};
const verdicts: Readonly<Record<ReviewVerdict, Mark>> = {
  passed: { shape: 'tick', tone: 'good' },
  blocked: { shape: 'slash', tone: 'bad' },
  below: { shape: 'cross', tone: 'bad' },
  incomplete: { shape: 'diamond', tone: 'warn' },
  'not-reviewed': { shape: 'ring', tone: 'warn' },
};

export function GradeMark({ grade }: { grade: ReviewGrade }) {
  const { t } = useTranslation();
  return (
    <span className="state nowrap">
      <StateShape {...grades[grade]} /> {t(`sqlReview.grades.${grade}`)}
    </span>
  );
}

export function VerdictMark({ verdict }: { verdict: ReviewVerdict }) {
  const { t } = useTranslation();
  return (
    <span className="state nowrap">
      <StateShape {...verdicts[verdict]} /> {t(`sqlReview.verdicts.${verdict}`)}
    </span>
  );
}

/** How many findings of each grade there are; grades without any are left out. */
export function GradeCounts({ counts }: { counts: Readonly<Record<ReviewGrade, number>> }) {
  const { t } = useTranslation();
  const some = (['X', 'E', 'W', 'N'] as const).filter((grade) => counts[grade] > 0);
  if (some.length === 0) return <span className="faint">{t('sqlReview.noFindings')}</span>;
  return (
    <span className="review-counts">
      {some.map((grade) => (
        <span key={grade} className="nowrap" title={t(`sqlReview.grades.${grade}`)}>
          <StateShape {...grades[grade]} size={11} />{' '}
          <span className="visually-hidden">{t(`sqlReview.grades.${grade}`)}</span>
          {counts[grade]}
        </span>
      ))}
    </span>
  );
}

/** Out of a hundred; nothing that was reviewed is a dash. */
export function Score({ score }: { score: number | null }) {
  const tone = score === null ? 'calm' : score < 60 ? 'bad' : score < 90 ? 'warn' : 'good';
  return <strong className={`review-score tone-${tone}`}>{score ?? '—'}</strong>;
}
