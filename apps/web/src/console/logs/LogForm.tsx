import { LogKind, LogLevel, logBounds } from '@myriad/contract';
import { Button, Checkbox, DatePicker, Input, Select } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import {
  type FilterName,
  kindsOf,
  type LogFilters,
  limits,
  listOf,
  momentOf,
  type Span,
  spanOf,
  spans,
} from './log-filters.ts';
import { ThingsChoice } from './ThingsChoice.tsx';

interface LogFormProps {
  readonly filters: LogFilters;
  readonly running: boolean;
  readonly onChange: (changes: { readonly [Name in FilterName]?: string | undefined }) => void;
  readonly onSearch: () => void;
  readonly onStop: () => void;
}

const things = [
  ['instance', 'instances'],
  ['host', 'hosts'],
  ['cluster', 'clusters'],
  ['application', 'applications'],
] as const;

export function LogForm({ filters, running, onChange, onSearch, onStop }: LogFormProps) {
  const { t } = useTranslation();
  return (
    <form
      className="panel log-form"
      aria-label={t('logs.title')}
      onSubmit={(event) => {
        event.preventDefault();
        onSearch();
      }}
    >
      <div className="row wrap">
        <Checkbox.Group
          aria-label={t('logs.kind')}
          value={kindsOf(filters)}
          onChange={(kinds) => onChange({ kinds: kinds.join() })}
          options={LogKind.options.map((value) => ({ value, label: t(`logs.kinds.${value}`) }))}
        />
      </div>
      <div className="row wrap">
        <Range filters={filters} onChange={onChange} />
        <Select
          className="log-choice"
          aria-label={t('logs.level')}
          value={LogLevel.safeParse(filters.level).data ?? 'note'}
          onChange={(level) => onChange({ level: level === 'note' ? undefined : level })}
          options={LogLevel.options.map((value) => ({ value, label: t(`logs.levels.${value}`) }))}
        />
        <Input
          allowClear
          className="log-text"
          aria-label={t('logs.text')}
          placeholder={t('logs.text')}
          maxLength={logBounds.textCharacters}
          value={filters.text ?? ''}
          onChange={({ target }) => onChange({ text: target.value })}
        />
      </div>
      <div className="row wrap">
        {things.map(([dimension, name]) => (
          <ThingsChoice
            key={name}
            dimension={dimension}
            label={t(`logs.${name}`)}
            value={listOf(filters[name])}
            onChange={(names) => onChange({ [name]: names.join() })}
          />
        ))}
        <Select
          className="log-choice"
          aria-label={t('logs.limit')}
          value={limits.find((each) => each === filters.limit) ?? '200'}
          onChange={(limit) => onChange({ limit: limit === '200' ? undefined : limit })}
          options={limits.map((value) => ({ value, label: t('logs.newest', { count: Number(value) }) }))}
        />
        <span className="grow" />
        {running ? (
          <Button onClick={onStop}>{t('logs.stop')}</Button>
        ) : (
          <Button type="primary" htmlType="submit">
            {t('logs.search')}
          </Button>
        )}
      </div>
    </form>
  );
}

function Range({ filters, onChange }: Pick<LogFormProps, 'filters' | 'onChange'>) {
  const { t } = useTranslation();
  const span = spanOf(filters);
  const [from, to] = [momentOf(filters.from), momentOf(filters.to)];
  const choose = (chosen: Span | 'custom') => {
    if (chosen === 'custom')
      onChange({ since: undefined, from: String(Date.now() - spans['1h']), to: String(Date.now()) });
    else onChange({ since: chosen === '1h' ? undefined : chosen, from: undefined, to: undefined });
  };
  return (
    <>
      <Select
        className="log-choice"
        aria-label={t('logs.range')}
        value={span}
        onChange={choose}
        options={[...(Object.keys(spans) as Span[]), 'custom' as const].map((value) => ({
          value,
          label: t(`logs.spans.${value}`),
        }))}
      />
      {span === 'custom' ? (
        <DatePicker.RangePicker
          showTime
          aria-label={t('logs.range')}
          allowEmpty={[false, true]}
          maxDate={dayjs()}
          value={[from === undefined ? null : dayjs(from), to === undefined ? null : dayjs(to)]}
          onChange={(chosen) =>
            onChange({ from: chosen?.[0]?.valueOf().toString(), to: chosen?.[1]?.valueOf().toString() })
          }
        />
      ) : null}
    </>
  );
}
