import type { ReviewGrade } from '@myriad/contract';
import { useTranslation } from 'react-i18next';

interface GateLineProps {
  readonly gate: { readonly minScore?: number | undefined; readonly block: readonly ReviewGrade[] };
}

/** What blocks, and what only advises, in a sentence. */
export function GateLine({ gate: { minScore, block } }: GateLineProps) {
  const { t } = useTranslation();
  const named = (grades: readonly ReviewGrade[]) => grades.map((one) => t(`sqlReview.grades.${one}`)).join(' · ');
  const advises = (['X', 'E', 'W', 'N'] as const).filter((grade) => !block.includes(grade));
  return (
    <span>
      {block.length > 0 ? t('sqlReview.blocks', { grades: named(block) }) : t('sqlReview.blocksNothing')}
      {minScore === undefined ? '' : ` ${t('sqlReview.minScore', { score: minScore })}`}{' '}
      {advises.length > 0 ? t('sqlReview.advises', { grades: named(advises) }) : ''}
    </span>
  );
}
