import { countFindings, listFindings } from '@myriad/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useFleetNews } from '../../shared/api/follow-fleet.ts';
import { longPage, usePages } from '../../shared/api/use-pages.ts';
import { Loaded } from '../../shared/page/Loaded.tsx';
import { MoreButton } from '../../shared/page/MoreButton.tsx';
import { PageHead } from '../../shared/page/PageHead.tsx';
import { Panel } from '../../shared/page/Panel.tsx';
import { useFilters } from '../../shared/page/use-filters.ts';
import { SavedFilters } from '../saved-filters/SavedFilters.tsx';
import { CopyFindings } from './CopyFindings.tsx';
import { FindingActs } from './FindingActs.tsx';
import { FindingFilterBar } from './FindingFilterBar.tsx';
import { FindingTable } from './FindingTable.tsx';
import { filterNames, queryOf } from './finding-filters.ts';
import { GradeFilter } from './GradeFilter.tsx';
import { NoFindings } from './NoFindings.tsx';
import './findings.css';

const news = [listFindings, countFindings];

/** Everything that is wrong, those opened last first; the filters stand in the address. */
export function FindingsPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const { values, change } = useFilters(filterNames);
  const [chosenIds, setChosen] = useState<readonly string[]>([]);
  useFleetNews(news);
  const list = usePages(listFindings, { query: { ...queryOf(values), limit: longPage } }, { everyMs: 15_000 });
  const chosen = list.items.filter(({ id }) => chosenIds.includes(id));
  const clear = () => setSearch({}, { replace: true });
  const showGrade = (grade: string | undefined, show: string | undefined) => {
    const next = new URLSearchParams(search);
    for (const [name, value] of [['grade', grade] as const, ['show', show] as const])
      if (value === undefined) next.delete(name);
      else next.set(name, value);
    setSearch(next, { replace: true });
  };
  return (
    <div className="page">
      <PageHead title={t('finding.title')} beside={<GradeFilter filters={values} onChange={showGrade} />} />
      <Panel
        title={t('finding.filters.state')}
        flush
        acts={<SavedFilters page="findings" />}
        beside={
          <FindingFilterBar
            filters={values}
            owners={list.items.flatMap(({ owner }) => owner ?? [])}
            onChange={change}
            onClear={clear}
          />
        }
      >
        {list.items.length > 0 ? (
          <div className="row wrap finding-acts" data-chosen={chosen.length > 0}>
            {chosen.length > 0 ? (
              <>
                <strong>{t('finding.chosen', { count: chosen.length })}</strong>
                <FindingActs findings={chosen} size="small" onDone={() => setChosen([])} />
              </>
            ) : null}
            <span className="grow" />
            <CopyFindings findings={chosen.length > 0 ? chosen : list.items} />
          </div>
        ) : null}
        <Loaded query={list.query}>
          {(items) =>
            items.length === 0 ? (
              <NoFindings isFiltered={search.size > 0} onClear={clear} />
            ) : (
              <FindingTable findings={items} chosen={chosen.map(({ id }) => id)} onChoose={setChosen} />
            )
          }
        </Loaded>
        <MoreButton more={list.more} busy={list.isFetchingMore} />
      </Panel>
    </div>
  );
}
