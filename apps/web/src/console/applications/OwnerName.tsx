import type { Answer, listApplications } from '@myriad/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { LongName } from '../../shared/page/LongName.tsx';

type Owned = Pick<Answer<typeof listApplications>['items'][number], 'owner' | 'ownedBy'>;

/** Whose an application is: a person, a group by its page, or a name nobody goes by, which is said. */
export function OwnerName({ owner, ownedBy }: Owned) {
  const { t } = useTranslation();
  const lack = !ownedBy ? 'nobody' : ownedBy.people === 0 ? 'nobodyActive' : undefined;
  return (
    <span className="row" style={{ gap: 8, minWidth: 0 }}>
      {ownedBy?.kind === 'group' ? (
        <Link to={`/administration/groups/${ownedBy.id}`} style={{ minWidth: 0 }}>
          <LongName>{ownedBy.name}</LongName>
        </Link>
      ) : (
        <LongName>{ownedBy?.name ?? owner}</LongName>
      )}
      {ownedBy?.kind === 'group' && !lack ? (
        <span className="faint num">{t('application.people', { count: ownedBy.people })}</span>
      ) : null}
      {lack ? (
        <span className="badge warn" title={t(`application.${lack}Why`)}>
          {t(`application.${lack}`)}
        </span>
      ) : null}
    </span>
  );
}
