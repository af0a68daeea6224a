import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRouteError } from 'react-router';
import { Message } from '../../shared/page/Message.tsx';

/** A page that broke says so, and leaves the rest of the console standing. */
export function Crashed() {
  const { t } = useTranslation();
  const error = useRouteError();
  return (
    <div role="alert">
      <Message
        title={t('frame.page.crashed')}
        next={t('frame.page.crashedNext')}
        act={
          <>
            <code className="faint">{error instanceof Error ? error.message : String(error)}</code>
            <Button type="primary" onClick={() => window.location.reload()}>
              {t('frame.page.reload')}
            </Button>
          </>
        }
      />
    </div>
  );
}
