import { type FleetAccount, listFleetAccounts } from '@myriad/contract';
import { Checkbox, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { longPage, usePages } from '../../shared/api/use-pages.ts';
import { Panel } from '../../shared/page/Panel.tsx';
import { useFilters } from '../../shared/page/use-filters.ts';
import { AccountState, GlobalRights, SchemaRights } from '../instances/AccountCells.tsx';
import { SearchField } from '../instances/SearchField.tsx';
import { ServerText } from '../instances/ServerText.tsx';
import { DictionaryRows } from './DictionaryRows.tsx';
import { PlaceFilters, placeAsked } from './PlaceFilters.tsx';
import { usePlaceColumns } from './use-place-columns.tsx';

/** Accounts of every instance, by name: where somebody may log in, and do what. */
export function AccountsPart() {
  const { t } = useTranslation();
  const { values, change } = useFilters(['name', 'exact', 'cluster', 'application']);
  const asked = {
    ...(values.name ? { name: values.name.slice(0, 100) } : {}),
    ...(values.exact === 'yes' ? { match: 'exact' as const } : {}),
    ...placeAsked(values),
  };
  const list = usePages(listFleetAccounts, { query: { ...asked, limit: longPage } });
  const place = usePlaceColumns<FleetAccount>('accounts');
  const columns: TableColumnsType<FleetAccount> = [
    {
      title: t('instance.accounts.account'),
      key: 'account',
      width: 200,
      render: (_, { user, host }) => <ServerText>{`${user}@${host}`}</ServerText>,
    },
    place.instance,
    place.cluster,
    place.application,
    {
      title: t('instance.accounts.state'),
      key: 'state',
      width: 130,
      render: (_, account) => <AccountState account={account} />,
    },
    {
      title: t('instance.accounts.global'),
      key: 'global',
      width: 230,
      render: (_, { global }) => <GlobalRights global={global} />,
    },
    {
      title: t('instance.accounts.schemas'),
      key: 'schemas',
      width: 220,
      render: (_, { schemas, moreSchemas }) => <SchemaRights schemas={schemas} more={moreSchemas} />,
    },
    place.seen,
  ];
  return (
    <Panel
      title={t('dictionary.parts.accounts')}
      flush
      beside={
        <div className="row wrap">
          <SearchField
            value={values.name}
            placeholder={t('dictionary.accountName')}
            onChange={(text) => change('name', text)}
          />
          <Checkbox
            checked={values.exact === 'yes'}
            onChange={({ target }) => change('exact', target.checked ? 'yes' : undefined)}
          >
            {t('dictionary.exactly')}
          </Checkbox>
          <PlaceFilters values={values} onChange={change} />
        </div>
      }
    >
      <DictionaryRows list={list} columns={columns} rowKey={({ id }) => id} />
    </Panel>
  );
}
