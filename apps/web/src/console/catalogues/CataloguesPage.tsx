import { Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { PageHead } from '../../shared/page/PageHead.tsx';
import { EnvironmentsPanel } from './EnvironmentsPanel.tsx';
import { FieldsPanel } from './FieldsPanel.tsx';
import { QuotasPanel } from './QuotasPanel.tsx';
import { SpecificationsPanel } from './SpecificationsPanel.tsx';
import { ZonesPanel } from './ZonesPanel.tsx';

const parts = [
  { key: 'environments', Part: EnvironmentsPanel },
  { key: 'zones', Part: ZonesPanel },
  { key: 'specifications', Part: SpecificationsPanel },
  { key: 'quotas', Part: QuotasPanel },
  { key: 'fields', Part: FieldsPanel },
] as const;

/** What hosts, clusters and applications are sorted by. Each part has an address of its own. */
export function CataloguesPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { part } = useParams();
  const { key, Part } = parts.find((each) => each.key === part) ?? parts[0];
  return (
    <div className="page">
      <PageHead title={t('catalogue.title')} />
      <Tabs
        activeKey={key}
        onChange={(next) => void navigate(`/catalogues/${next}`)}
        tabBarStyle={{ marginBottom: 0 }}
        items={parts.map((each) => ({ key: each.key, label: t(`catalogue.${each.key}.title`) }))}
      />
      <Part />
    </div>
  );
}
