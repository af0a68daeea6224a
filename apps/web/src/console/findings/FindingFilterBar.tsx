import { FindingEntity, listFindingKinds } from '@myriad/contract';
import { Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { usePick } from '../../shared/words/use-words.ts';
import { useMe } from '../frame/me.ts';
import { type FindingFilters, filterNames, nobodys, showOf, shows } from './finding-filters.ts';
import { ThingFilter } from './ThingFilter.tsx';

interface FindingFilterBarProps {
  readonly filters: FindingFilters;
  /** Owners that are on screen, to choose from. */
  readonly owners: readonly string[];
  readonly onChange: (name: (typeof filterNames)[number], value: string | undefined) => void;
  readonly onClear: () => void;
}

const searched = { optionFilterProp: 'label' };

export function FindingFilterBar({ filters, owners, onChange, onClear }: FindingFilterBarProps) {
  const { t } = useTranslation();
  const pick = usePick();
  const me = useMe();
  const kinds = useAnswer(listFindingKinds, {});
  const codes = (kinds.data?.items ?? []).map(({ code, words }) => ({
    value: code,
    label: `${code} · ${pick(words).replaceAll(/\{\w+\}/g, '…')}`,
  }));
  const people = [...new Set([me.name, ...owners, ...(filters.owner ? [filters.owner] : [])])].filter(
    (name) => name !== nobodys,
  );
  const choice = (
    name: 'code' | 'entity' | 'owner',
    label: string,
    options: readonly { readonly value: string; readonly label: string }[],
  ) => (
    <Select
      allowClear
      showSearch={searched}
      popupMatchSelectWidth={false}
      className="finding-choice"
      aria-label={label}
      placeholder={label}
      value={filters[name] || undefined}
      onChange={(value: string | undefined) => onChange(name, value)}
      options={[...options]}
    />
  );
  const isFiltered = filterNames.some((name) => filters[name] !== undefined);
  return (
    <div className="row wrap finding-filters">
      <Select
        className="finding-choice"
        popupMatchSelectWidth={false}
        aria-label={t('finding.filters.state')}
        value={showOf(filters.show)}
        onChange={(value) => onChange('show', value === 'open' ? undefined : value)}
        options={shows.map((value) => ({ value, label: t(`finding.filters.${value}`) }))}
      />
      {choice('code', t('finding.filters.code'), codes)}
      {choice(
        'entity',
        t('finding.filters.entity'),
        FindingEntity.options.map((value) => ({ value, label: t(`finding.entities.${value}`) })),
      )}
      <ThingFilter
        dimension="cluster"
        label={t('finding.filters.cluster')}
        value={filters.clusterId}
        onChange={(id) => onChange('clusterId', id)}
      />
      <ThingFilter
        dimension="application"
        label={t('finding.filters.application')}
        value={filters.applicationId}
        onChange={(id) => onChange('applicationId', id)}
      />
      {choice('owner', t('finding.filters.owner'), [
        { value: nobodys, label: t('finding.filters.nobody') },
        ...people.map((name) => ({
          value: name,
          label: name === me.name ? `${t('finding.filters.mine')} · ${name}` : name,
        })),
      ])}
      {isFiltered ? (
        <Button type="link" onClick={onClear}>
          {t('finding.filters.clear')}
        </Button>
      ) : null}
    </div>
  );
}
