import type { ScopeView } from '@myriad/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

const pages = { application: '/applications', cluster: '/clusters' } as const;

/** Where a role holds, and the way there. */
export function ScopeText({ scope: { kind, id, name } }: { scope: ScopeView }) {
  const { t } = useTranslation();
  if (kind === 'all') return <span>{t('rights.scope.all')}</span>;
  const said = name ?? t('rights.gone', { id });
  const page = kind === 'environment' || name === undefined ? undefined : `${pages[kind]}/${id}`;
  return (
    <span>
      <span className="faint">{t(`rights.scope.${kind}`)}</span> {page ? <Link to={page}>{said}</Link> : said}
    </span>
  );
}
