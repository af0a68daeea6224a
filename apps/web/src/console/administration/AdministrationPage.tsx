import { Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { PageHead } from '../../shared/page/PageHead.tsx';
import { GroupsPanel } from '../rights/GroupsPanel.tsx';
import { RightsPanel } from '../rights/RightsPanel.tsx';
import { AuditPanel } from './AuditPanel.tsx';
import { SettingsPanel } from './SettingsPanel.tsx';
import { TokensPanel } from './TokensPanel.tsx';
import { UsersPanel } from './UsersPanel.tsx';

const parts = [
  { key: 'users', Part: UsersPanel },
  { key: 'groups', Part: GroupsPanel },
  { key: 'rights', Part: RightsPanel },
  { key: 'tokens', Part: TokensPanel },
  { key: 'settings', Part: SettingsPanel },
  { key: 'audit', Part: AuditPanel },
] as const;

/** Each part has an address of its own. */
export function AdministrationPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { part } = useParams();
  const { key, Part } = parts.find((each) => each.key === part) ?? parts[0];
  return (
    <div className="page">
      <PageHead title={t('administration.title')} />
      <Tabs
        activeKey={key}
        onChange={(next) => void navigate(`/administration/${next}`)}
        tabBarStyle={{ marginBottom: 0 }}
        items={parts.map((each) => ({ key: each.key, label: t(`administration.${each.key}`) }))}
      />
      <Part />
    </div>
  );
}
