import { MenuOutlined } from '@ant-design/icons';
import type { Me } from '@myriad/contract';
import { Button, type InputRef } from 'antd';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, NavLink, useLocation } from 'react-router';
import { AccountMenu } from './AccountMenu.tsx';
import { Keys } from './Keys.tsx';
import { places } from './places.ts';
import { Search } from './Search.tsx';
import { LanguageSwitch, ThemeSwitch } from './Switches.tsx';

/** On a wide screen a column at the side; on a phone a bar that opens it. */
export function Navigation({ me }: { me: Me }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const { pathname } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: arriving anywhere closes the menu
  useEffect(() => setOpen(false), [pathname]);
  const field = useRef<InputRef>(null);
  const search = useCallback(() => {
    setOpen(true);
    // On a phone the field is there only once the menu is open.
    requestAnimationFrame(() => field.current?.focus());
  }, []);
  return (
    <div className="side" data-open={isOpen}>
      <Keys onSearch={search} />
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
      <Search field={field} />
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
