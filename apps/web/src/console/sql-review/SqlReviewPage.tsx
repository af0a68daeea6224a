import { useTranslation } from 'react-i18next';
import { TabbedPage } from '../../shared/page/TabbedPage.tsx';
import { ExceptionsPanel } from './exceptions/ExceptionsPanel.tsx';
import { HistoryPanel } from './HistoryPanel.tsx';
import { OwnRulesPanel } from './own-rules/OwnRulesPanel.tsx';
import { PoliciesPanel } from './policies/PoliciesPanel.tsx';
import { QualityPanel } from './quality/QualityPanel.tsx';
import { ReviewPanel } from './ReviewPanel.tsx';
import { RulesPanel } from './RulesPanel.tsx';
import './sql-review.css';

/** SQL judged before it runs: findings, scores, rules, and what holds where. */
export function SqlReviewPage() {
  const { t } = useTranslation();
  return (
    <TabbedPage
      title={t('sqlReview.title')}
      lead={t('sqlReview.lead')}
      address="/sql-review"
      parts={[
        { key: 'write', label: t('sqlReview.parts.write'), Part: ReviewPanel },
        { key: 'history', label: t('sqlReview.parts.history'), Part: HistoryPanel },
        { key: 'quality', label: t('sqlReview.parts.quality'), Part: QualityPanel },
        { key: 'rules', label: t('sqlReview.parts.rules'), Part: RulesPanel },
        { key: 'own-rules', label: t('sqlReview.parts.ownRules'), Part: OwnRulesPanel },
        { key: 'exceptions', label: t('sqlReview.parts.exceptions'), Part: ExceptionsPanel },
        { key: 'policies', label: t('sqlReview.parts.policies'), Part: PoliciesPanel },
      ]}
    />
  );
}
