import { Button } from 'antd';
import { useTranslation } from 'react-i18next';

/** The next page of a list; nothing when there is none. */
export function MoreButton({ more, busy }: { more: (() => void) | undefined; busy: boolean }) {
  const { t } = useTranslation();
  if (!more) return null;
  return (
    <div style={{ padding: 10, textAlign: 'center' }}>
      <Button onClick={more} loading={busy}>
        {t('frame.act.more')}
      </Button>
    </div>
  );
}
