import { useTranslation } from 'react-i18next';
import { TabbedPage } from '../../shared/page/TabbedPage.tsx';
import { GroupsPanel } from '../rights/GroupsPanel.tsx';
import { RightsPanel } from '../rights/RightsPanel.tsx';
import { AuditPanel } from './AuditPanel.tsx';
import { SettingsPanel } from './SettingsPanel.tsx';
import { TokensPanel } from './TokensPanel.tsx';
import { UsersPanel } from './UsersPanel.tsx';

export function AdministrationPage() {
  const { t } = useTranslation();
  return (
    <TabbedPage
      title={t('administration.title')}
      address="/administration"
      parts={[
        { key: 'users', label: t('administration.users'), Part: UsersPanel },
        { key: 'groups', label: t('administration.groups'), Part: GroupsPanel },
        { key: 'rights', label: t('administration.rights'), Part: RightsPanel },
        { key: 'tokens', label: t('administration.tokens'), Part: TokensPanel },
        { key: 'settings', label: t('administration.settings'), Part: SettingsPanel },
        { key: 'audit', label: t('administration.audit'), Part: AuditPanel },
      ]}
    />
  );
}
