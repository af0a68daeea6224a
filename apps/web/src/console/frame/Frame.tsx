import { ProblemAnswer } from '@myriad/contract';
import { useTranslation } from 'react-i18next';
import { Navigate, Outlet, useLocation } from 'react-router';
import { Loaded } from '../../shared/page/Loaded.tsx';
import { LostBanner } from './LostBanner.tsx';
import { signInAddress, useMeQuery } from './me.ts';
import { Navigation } from './Navigation.tsx';
import './frame.css';

/** What stands around every page: navigation, who I am, and a word when the connection is lost. */
export function Frame() {
  const { t } = useTranslation();
  const me = useMeQuery();
  const location = useLocation();
  if (me.error instanceof ProblemAnswer && me.error.status === 401)
    return <Navigate to={signInAddress(location)} replace />;
  return (
    <Loaded query={me}>
      {(who) => (
        <div className="frame">
          <a className="skip" href="#content">
            {t('frame.skip')}
          </a>
          <Navigation me={who} />
          <main id="content" tabIndex={-1}>
            <LostBanner />
            <Outlet context={who} />
          </main>
        </div>
      )}
    </Loaded>
  );
}
