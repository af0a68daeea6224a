import type { InstanceAccount } from '@myriad/contract';
import { useTranslation } from 'react-i18next';
import './instances.css';

const mighty = ['SUPER', 'ALL PRIVILEGES'];
const schemasShown = 5;

/** Privileges on everything, as GRANT writes them. */
export const GlobalRights = ({ global }: Pick<InstanceAccount, 'global'>) => (
  <bdi translate="no" className="privileges" title={global.join(', ')}>
    {global.length === 0 ? '—' : global.join(', ')}
  </bdi>
);

/** The first schemas an account has grants on; `more`: there are more than came. */
export function SchemaRights({ schemas, more = false }: Pick<InstanceAccount, 'schemas'> & { more?: boolean }) {
  const left = schemas.length - schemasShown;
  return (
    <span translate="no" className="privileges">
      {schemas.length === 0
        ? '—'
        : schemas.slice(0, schemasShown).map(({ schema, privileges }) => (
            <div key={schema} title={privileges.join(', ')}>
              <bdi className="mono">{schema}</bdi> <span className="faint">{privileges.join(', ')}</span>
            </div>
          ))}
      {left > 0 ? (
        <div className="faint">
          … {left}
          {more ? '+' : ''}
        </div>
      ) : null}
    </span>
  );
}

/** What is worth a second look at an account, as badges. */
export function AccountState({ account }: { account: Omit<InstanceAccount, 'purpose'> }) {
  const { t } = useTranslation();
  const { locked, passwordExpired, emptyPassword, isRole, tls, global } = account;
  return (
    <span className="row wrap" style={{ gap: 4 }}>
      {locked ? <span className="badge">{t('instance.accounts.locked')}</span> : null}
      {isRole ? <span className="badge">{t('instance.accounts.role')}</span> : null}
      {passwordExpired ? <span className="badge warn">{t('instance.accounts.expired')}</span> : null}
      {emptyPassword ? <span className="badge bad">{t('instance.accounts.empty')}</span> : null}
      {tls === '' ? null : <span className="badge good">{t('instance.accounts.tls')}</span>}
      {!locked && global.some((privilege) => mighty.includes(privilege)) ? (
        <span className="badge warn">{t('instance.accounts.mighty')}</span>
      ) : null}
    </span>
  );
}
