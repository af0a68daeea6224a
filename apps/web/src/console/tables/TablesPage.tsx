import { listTables } from '@myriad/contract';
import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { Loaded } from '../../shared/page/Loaded.tsx';
import { Message } from '../../shared/page/Message.tsx';
import { PageHead } from '../../shared/page/PageHead.tsx';
import { useFilters } from '../../shared/page/use-filters.ts';
import { useTypedFilter } from '../../shared/page/use-typed-filter.ts';
import { usePick } from '../../shared/words/use-words.ts';
import { tableAddress } from './tables-address.ts';
import './tables.css';

/** Every table of the store one may look into. */
export function TablesPage() {
  const { t } = useTranslation();
  const pick = usePick();
  const { values, change } = useFilters(['find']);
  const tables = useAnswer(listTables, {});
  const find = useTypedFilter(values.find, (text) => change('find', text));
  const wanted = (values.find ?? '').toLowerCase();
  return (
    <div className="page">
      <PageHead title={t('tables.title')} />
      <p className="soft">{t('tables.lead')}</p>
      <Loaded query={tables}>
        {({ items }) => {
          const shown = items.filter(({ name, words }) =>
            `${name} ${words.en} ${words.zh}`.toLowerCase().includes(wanted),
          );
          return (
            <>
              <Input
                allowClear
                autoFocus
                {...find}
                placeholder={t('tables.find')}
                aria-label={t('tables.find')}
                style={{ maxWidth: 360 }}
              />
              {shown.length === 0 ? <Message title={t('tables.none')} next={t('tables.noneNext')} /> : null}
              <ul className="table-list">
                {shown.map(({ name, words, columns }) => (
                  <li key={name}>
                    <Link to={tableAddress({ table: name })}>
                      <b>{pick(words)}</b>
                      <code className="faint">{name}</code>
                      <span className="faint">
                        {t('tables.columns', { count: columns.length })}
                        {columns.some(({ editable }) => editable) ? ` · ${t('tables.someEditable')}` : ''}
                      </span>
                    </Link>
                  </li>
                ))}
              </ul>
            </>
          );
        }}
      </Loaded>
    </div>
  );
}
