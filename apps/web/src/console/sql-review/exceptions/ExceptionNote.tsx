import type { ReviewedStatement } from '@myriad/contract';
import { useTranslation } from 'react-i18next';
import { RelativeTime } from '../../../shared/page/Times.tsx';
import { StateShape } from '../../../shared/state/StateShape.tsx';

/** Beside a statement the gate refuses: who let it through, for whom, why, and until when. */
export function ExceptionNote({ of }: { of: NonNullable<ReviewedStatement['exception']> }) {
  const { t } = useTranslation();
  const { signedBy, signedAt, owner, expires, reason } = of;
  return (
    <p className="review-message">
      <StateShape shape="diamond" tone="warn" size={11} />{' '}
      <strong>{t('sqlReview.exceptions.letThrough', { by: signedBy, owner, expires })}</strong>{' '}
      <RelativeTime at={signedAt} /> · {reason}
    </p>
  );
}
