import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { Message } from '../../shared/page/Message.tsx';

/** An empty list of the dictionary, and the way out of it. */
export function NoDictionary() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  if (search.size > 0)
    return (
      <Message
        title={t('dictionary.noneFiltered')}
        next={t('dictionary.noneFilteredNext')}
        act={<Button onClick={() => setSearch({}, { replace: true })}>{t('dictionary.filters.clear')}</Button>}
      />
    );
  return (
    <Message
      title={t('dictionary.none')}
      next={t('dictionary.noneNext')}
      act={<Link to="/schedules">{t('dictionary.noneAct')}</Link>}
    />
  );
}
