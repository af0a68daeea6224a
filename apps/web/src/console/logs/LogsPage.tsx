import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Message } from '../../shared/page/Message.tsx';
import { PageHead } from '../../shared/page/PageHead.tsx';
import { ProblemNote } from '../../shared/page/ProblemNote.tsx';
import { LogEntries } from './LogEntries.tsx';
import { LogForm } from './LogForm.tsx';
import { LogProgress } from './LogProgress.tsx';
import { filterNames, type LogFilters, queryOf } from './log-filters.ts';
import { useLogSearch } from './use-log-search.ts';
import './logs.css';

/** One search over the logs of many instances. The question stands in the address; one that was asked is asked again by whoever opens it. */
export function LogsPage() {
  const { t } = useTranslation();
  const [address, setAddress] = useSearchParams();
  const [filters, setFilters] = useState<LogFilters>(() => filtersOf(address));
  const { search, begin, stop } = useLogSearch();
  const ask = useCallback(
    (asked: LogFilters) => {
      const named = Object.entries(asked).filter((entry): entry is [string, string] => Boolean(entry[1]));
      setAddress(new URLSearchParams([...named, ['asked', 'yes']]), { replace: true });
      begin(queryOf(asked, Date.now()));
    },
    [begin, setAddress],
  );
  const opened = useRef(false);
  useEffect(() => {
    if (opened.current) return;
    opened.current = true;
    if (address.get('asked') === 'yes') ask(filtersOf(address));
  }, [address, ask]);
  return (
    <div className="page">
      <PageHead title={t('logs.title')} />
      <p className="soft">{t('logs.lead')}</p>
      <LogForm
        filters={filters}
        running={search.state === 'running'}
        onChange={(changes) => setFilters((before) => ({ ...before, ...changes }))}
        onSearch={() => ask(filters)}
        onStop={stop}
      />
      <ProblemNote error={search.error} />
      {search.state === 'idle' ? (
        <Message title={t('logs.begin')} next={t('logs.beginNext')} />
      ) : search.error ? null : (
        <>
          <LogProgress search={search} />
          <LogEntries search={search} />
        </>
      )}
    </div>
  );
}

const filtersOf = (address: URLSearchParams): LogFilters =>
  Object.fromEntries(filterNames.map((name) => [name, address.get(name) ?? undefined]));
