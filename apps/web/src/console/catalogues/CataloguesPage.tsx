import { useTranslation } from 'react-i18next';
import { TabbedPage } from '../../shared/page/TabbedPage.tsx';
import { EnvironmentsPanel } from './EnvironmentsPanel.tsx';
import { FieldsPanel } from './FieldsPanel.tsx';
import { QuotasPanel } from './QuotasPanel.tsx';
import { SpecificationsPanel } from './SpecificationsPanel.tsx';
import { ZonesPanel } from './ZonesPanel.tsx';

/** What hosts, clusters and applications are sorted by. */
export function CataloguesPage() {
  const { t } = useTranslation();
  return (
    <TabbedPage
      title={t('catalogue.title')}
      address="/catalogues"
      parts={[
        { key: 'environments', label: t('catalogue.environments.title'), Part: EnvironmentsPanel },
        { key: 'zones', label: t('catalogue.zones.title'), Part: ZonesPanel },
        { key: 'specifications', label: t('catalogue.specifications.title'), Part: SpecificationsPanel },
        { key: 'quotas', label: t('catalogue.quotas.title'), Part: QuotasPanel },
        { key: 'fields', label: t('catalogue.fields.title'), Part: FieldsPanel },
      ]}
    />
  );
}
