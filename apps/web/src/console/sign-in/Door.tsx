import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageSwitch, ThemeSwitch } from '../frame/Switches.tsx';
import './sign-in.css';

/** What one sees before being let in: the name of the house, and one form. */
export function Door({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <main className="door">
      <div className="door-card">
        <div className="row door-brand">
          <img src="/myriad.svg" alt="" width="30" height="30" />
          <div className="grow">
            <div className="door-name">{t('frame.product')}</div>
            <div className="faint">{t('frame.tagline')}</div>
          </div>
          <LanguageSwitch />
          <ThemeSwitch />
        </div>
        <h1>{title}</h1>
        {lead ? <p className="soft">{lead}</p> : null}
        {children}
      </div>
    </main>
  );
}
