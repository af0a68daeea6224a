import { SearchOutlined } from '@ant-design/icons';
import { SensitiveClass, sensitiveClasses, TagState } from '@myriad/contract';
import { Button, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useTypedFilter } from '../../shared/page/use-typed-filter.ts';
import { usePick } from '../../shared/words/use-words.ts';
import { ThingFilter } from '../findings/ThingFilter.tsx';
import type { DictionaryFilters, filterNames } from './dictionary-filters.ts';

interface FilterBarProps {
  readonly filters: DictionaryFilters;
  readonly onChange: (name: (typeof filterNames)[number], value: string | undefined) => void;
  /** Those that mean something of this list. */
  readonly has: readonly (typeof filterNames)[number][];
}

/** The filters of a list of the dictionary; they stand in the address. */
export function FilterBar({ filters, onChange, has }: FilterBarProps) {
  const { t } = useTranslation();
  const pick = usePick();
  const [search, setSearch] = useSearchParams();
  const choice = (name: 'class' | 'tags' | 'gone', label: string, options: readonly (readonly [string, string])[]) =>
    has.includes(name) ? (
      <Select
        allowClear
        popupMatchSelectWidth={false}
        className="finding-choice"
        aria-label={label}
        placeholder={label}
        value={filters[name]}
        onChange={(value: string | undefined) => onChange(name, value)}
        options={options.map(([value, words]) => ({ value, label: words }))}
      />
    ) : null;
  return (
    <div className="row wrap">
      {has.includes('search') ? (
        <SearchBox value={filters.search} onChange={(text) => onChange('search', text)} />
      ) : null}
      <ThingFilter
        dimension="cluster"
        label={t('dictionary.filters.cluster')}
        value={filters.cluster}
        onChange={(id) => onChange('cluster', id)}
      />
      {choice(
        'class',
        t('dictionary.filters.class'),
        SensitiveClass.options.map((value) => [value, pick(sensitiveClasses[value])] as const),
      )}
      {choice(
        'tags',
        t('dictionary.filters.state'),
        (['sensitive', ...TagState.options] as const).map((value) => [value, t(`dictionary.states.${value}`)] as const),
      )}
      {choice('gone', t('dictionary.filters.gone'), [['only', t('dictionary.goneChoice.only')]])}
      {search.size > 0 ? (
        <Button type="link" onClick={() => setSearch({}, { replace: true })}>
          {t('dictionary.filters.clear')}
        </Button>
      ) : null}
    </div>
  );
}

function SearchBox({ value, onChange }: { value: string | undefined; onChange: (text: string) => void }) {
  const { t } = useTranslation();
  const field = useTypedFilter(value, onChange);
  return (
    <Input
      allowClear
      className="dictionary-search"
      prefix={<SearchOutlined aria-hidden />}
      aria-label={t('dictionary.search')}
      placeholder={t('dictionary.search')}
      maxLength={100}
      {...field}
    />
  );
}
