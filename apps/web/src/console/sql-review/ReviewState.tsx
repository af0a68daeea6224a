import type { SqlReviewRow } from '@myriad/contract';
import { useTranslation } from 'react-i18next';
import { StateShape } from '../../shared/state/StateShape.tsx';

/** Whether a review passed, by shape and word; of a text without a statement there is nothing to say. */
export function ReviewState({ row: { statements, passed, excepted } }: { row: SqlReviewRow }) {
  const { t } = useTranslation();
  const [mark, words] =
    statements === 0
      ? [{ shape: 'ring', tone: 'calm' } as const, t('sqlReview.files.noSql')]
      : passed
        ? [{ shape: 'tick', tone: 'good' } as const, t('sqlReview.passed')]
        : [{ shape: 'slash', tone: 'bad' } as const, t('sqlReview.notPassed')];
  return (
    <>
      <span className="state nowrap">
        <StateShape {...mark} /> {words}
      </span>
      {excepted > 0 ? <div className="soft nowrap">{t('sqlReview.exceptions.count', { count: excepted })}</div> : null}
    </>
  );
}
