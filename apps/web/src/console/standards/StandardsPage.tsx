import { useTranslation } from 'react-i18next';
import { TabbedPage } from '../../shared/page/TabbedPage.tsx';
import { CompliancePanel } from './CompliancePanel.tsx';
import { DriftPanel } from './DriftPanel.tsx';
import { ExceptionsPanel } from './ExceptionsPanel.tsx';
import { StandardsPanel } from './StandardsPanel.tsx';
import './standards.css';

/** How far clusters are as they should be. */
export function StandardsPage() {
  const { t } = useTranslation();
  return (
    <TabbedPage
      title={t('standard.title')}
      lead={t('standard.lead')}
      address="/standards"
      parts={[
        { key: 'compliance', label: t('standard.parts.compliance'), Part: CompliancePanel },
        { key: 'drift', label: t('standard.parts.drift'), Part: DriftPanel },
        { key: 'standards', label: t('standard.parts.standards'), Part: StandardsPanel },
        { key: 'exceptions', label: t('standard.parts.exceptions'), Part: ExceptionsPanel },
      ]}
    />
  );
}
