import { useTranslation } from 'react-i18next';
import { HomeLink } from '../../shared/page/Loaded.tsx';
import { Message } from '../../shared/page/Message.tsx';

export function NothingHere() {
  const { t } = useTranslation();
  return <Message title={t('frame.page.notFound')} next={t('frame.page.notFoundNext')} act={<HomeLink />} />;
}
