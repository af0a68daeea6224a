import type { SqlReviewView } from '@myriad/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AbleButton } from '../../../shared/page/AbleButton.tsx';
import { ExceptDialog } from './ExceptDialog.tsx';

/** Where the gate refuses something: the button that lets it through, or why this reader may not press it. */
export function ExceptButton({ review }: { review: SqlReviewView }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const refused = review.result.filter(({ verdict, exception }) => verdict !== 'passed' && !exception);
  if (refused.length === 0) return null;
  return (
    <>
      <AbleButton ability={review.abilities.except} onClick={() => setOpen(true)}>
        {t('sqlReview.exceptions.open', { count: refused.length })}
      </AbleButton>
      {isOpen ? <ExceptDialog reviewId={review.id} statements={refused} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
