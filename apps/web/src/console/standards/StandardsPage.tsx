import { Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { PageHead } from '../../shared/page/PageHead.tsx';
import { CompliancePanel } from './CompliancePanel.tsx';
import { DriftPanel } from './DriftPanel.tsx';
import { ExceptionsPanel } from './ExceptionsPanel.tsx';
import { StandardsPanel } from './StandardsPanel.tsx';
import './standards.css';

const parts = ['compliance', 'drift', 'standards', 'exceptions'] as const;
type Part = (typeof parts)[number];
const panels = {
  compliance: CompliancePanel,
  drift: DriftPanel,
  standards: StandardsPanel,
  exceptions: ExceptionsPanel,
} as const;

/** How far clusters are as they should be; each part has an address of its own. */
export function StandardsPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { part } = useParams();
  const active: Part = parts.find((each) => each === part) ?? 'compliance';
  const Shown = panels[active];
  return (
    <div className="page">
      <PageHead title={t('standard.title')} beside={<span className="soft">{t('standard.lead')}</span>} />
      <Tabs
        activeKey={active}
        onChange={(next) => void navigate(next === 'compliance' ? '/standards' : `/standards/${next}`)}
        items={parts.map((key) => ({ key, label: t(`standard.parts.${key}`) }))}
      />
      <Shown />
    </div>
  );
}
