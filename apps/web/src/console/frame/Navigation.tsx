import {
  AppstoreOutlined,
  CalendarOutlined,
  ClusterOutlined,
  ControlOutlined,
  HddOutlined,
  MenuOutlined,
  ProfileOutlined,
  SettingOutlined,
  ThunderboltOutlined,
} from '@ant-design/icons';
import type { Me } from '@myriad/contract';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, NavLink, useLocation } from 'react-router';
import { AccountMenu } from './AccountMenu.tsx';
import { LanguageSwitch, ThemeSwitch } from './Switches.tsx';

const places = [
  { to: '/', name: 'home', Icon: ThunderboltOutlined },
  { to: '/tickets', name: 'tickets', Icon: ProfileOutlined },
  { to: '/clusters', name: 'clusters', Icon: ClusterOutlined },
  { to: '/hosts', name: 'hosts', Icon: HddOutlined },
  { to: '/tasks', name: 'tasks', Icon: ControlOutlined },
  { to: '/schedules', name: 'schedules', Icon: CalendarOutlined },
  { to: '/packages', name: 'packages', Icon: AppstoreOutlined },
  { to: '/administration', name: 'administration', Icon: SettingOutlined },
] as const;

/** On a wide screen a column at the side; on a phone a bar that opens it. */
export function Navigation({ me }: { me: Me }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const { pathname } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: arriving anywhere closes the menu
  useEffect(() => setOpen(false), [pathname]);
  return (
    <div className="side" data-open={isOpen}>
      <div className="brand">
        <Button
          className="menu-button"
          type="text"
          icon={<MenuOutlined />}
          aria-label={t('frame.menu')}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        />
        <Link to="/" className="brand-name">
          <img src="/myriad.svg" alt="" width="22" height="22" />
          <span>{t('frame.product')}</span>
        </Link>
      </div>
      <nav aria-label={t('frame.nav.label')}>
        {places.map(({ to, name, Icon }) => (
          <NavLink key={to} to={to} end={to === '/'}>
            <Icon aria-hidden />
            <span>{t(`frame.nav.${name}`)}</span>
          </NavLink>
        ))}
      </nav>
      <div className="side-foot">
        <AccountMenu me={me} />
        <div className="row">
          <LanguageSwitch />
          <ThemeSwitch />
        </div>
      </div>
    </div>
  );
}
