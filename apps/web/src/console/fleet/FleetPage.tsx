import { countInventory, Dimension, describeInventory } from '@myriad/contract';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useNavigate, useParams, useSearchParams } from 'react-router';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { formatCount } from '../../shared/format/format-size.ts';
import { Loaded } from '../../shared/page/Loaded.tsx';
import { Message } from '../../shared/page/Message.tsx';
import { PageHead } from '../../shared/page/PageHead.tsx';
import { ExtractMenu } from '../extract/ExtractMenu.tsx';
import { SampleDialog } from '../extract/SampleDialog.tsx';
import { FilterField } from '../filter/FilterField.tsx';
import { translateFilter } from '../filter/translate-filter.ts';
import { SavedFilters } from '../saved-filters/SavedFilters.tsx';
import { type DimensionView, dimensionNames, idsBeside } from './dimensions.ts';
import { FieldChoice } from './FieldChoice.tsx';
import { FleetEmpty } from './FleetEmpty.tsx';
import { FleetTable } from './FleetTable.tsx';
import { extractAddress, type FleetQuestion, fleetAddress, questionOf, samplesOf } from './fleet-question.ts';
import { ThingDrawer } from './ThingDrawer.tsx';
import { useFleetCatalogue } from './use-catalogue.ts';
import { useFleetRows } from './use-fleet-rows.ts';
import { useRecordChanges } from './use-record-changes.ts';
import './fleet.css';

/** Start at any of the four dimensions and reach the other three; everything asked stands in the address. */
export function FleetPage() {
  const { t } = useTranslation();
  const { dimension: name } = useParams();
  const described = useAnswer(describeInventory, {});
  const dimension = Dimension.safeParse(name).data;
  if (!dimension) return <Navigate to={fleetAddress('instance')} replace />;
  return (
    <div className="page">
      <PageHead
        title={t('explore.title')}
        acts={
          <span className="row" style={{ gap: 16 }}>
            <Link to="/fleet/changes">{t('feed.title')}</Link>
            <Link to="/fleet/adopt">{t('explore.noneAct.instance')}</Link>
          </span>
        }
      />
      <Loaded query={described}>
        {({ items }) => <Explorer key={dimension} dimension={dimension} dimensions={items} />}
      </Loaded>
    </div>
  );
}

interface ExplorerProps {
  readonly dimension: Dimension;
  readonly dimensions: readonly DimensionView[];
}

function Explorer({ dimension, dimensions }: ExplorerProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const [isSample, setSample] = useState(false);
  const asked = questionOf(search);
  const usual = dimensions.find((each) => each.name === dimension)?.fields ?? [];
  const question = { ...asked, fields: asked.fields || usual.join(',') };
  const beside = idsBeside(dimension, dimensions);
  const { rows, items, refresh } = useFleetRows(dimension, question, beside);
  const total = useAnswer(countInventory, {
    params: { dimension },
    query: asked.where ? { where: asked.where } : {},
  });
  const catalogue = useFleetCatalogue(dimension, dimensions);
  useRecordChanges((changes) => {
    const ids = changes.filter(({ entity }) => entity === dimension).map(({ entityId }) => entityId);
    if (ids.length > 0) void refresh(new Set(ids));
  });
  const change = (next: Partial<FleetQuestion>) => void navigate(fleetAddress(dimension, { ...asked, ...next }));
  const open = search.get('open');
  const setOpen = useCallback(
    (id: string | undefined) =>
      setSearch((before) => {
        const next = new URLSearchParams(before);
        if (id === undefined) next.delete('open');
        else next.set('open', id);
        return next;
      }),
    [setSearch],
  );
  const inAnswer = rows.data?.pages[0]?.fields ?? [];
  const wanted = namesIn(question.fields);
  const fields = inAnswer.filter((path) => wanted.includes(path) || !beside.includes(path));
  return (
    <>
      <nav className="fleet-tabs" aria-label={t('explore.dimensions')}>
        {dimensionNames.map((each) => (
          <Link
            key={each}
            to={fleetAddress(each, { where: translateFilter(asked.where, dimension, each, dimensionNames) })}
            aria-current={each === dimension ? 'page' : undefined}
          >
            {t(`explore.many.${each}`)}
          </Link>
        ))}
      </nav>
      <div className="fleet-bar">
        <FilterField
          value={asked.where}
          onApply={(where) => change({ where })}
          catalogue={catalogue}
          error={rows.error}
          placeholder={t(`explore.example.${dimension}`)}
        />
        <FieldChoice
          dimension={dimension}
          dimensions={dimensions}
          chosen={wanted}
          onChange={(next) => change({ fields: next?.join(',') ?? '' })}
        />
        <SavedFilters page="fleet" />
        <ExtractMenu
          addressOf={(format) => extractAddress(dimension, question, format)}
          onSample={() => setSample(true)}
        />
      </div>
      <section className="panel" aria-label={t(`explore.many.${dimension}`)}>
        {rows.error && items.length === 0 ? (
          <Message title={t('filter.wrong')} next={t('filter.wrongNext')} />
        ) : (
          <Loaded query={{ data: rows.data, error: rows.error, refetch: rows.refetch, isFetching: rows.isFetching }}>
            {() =>
              items.length === 0 ? (
                <FleetEmpty
                  dimension={dimension}
                  isFiltered={asked.where !== ''}
                  onClear={() => change({ where: '' })}
                />
              ) : (
                <FleetTable
                  dimension={dimension}
                  dimensions={dimensions}
                  fields={fields}
                  rows={items}
                  sort={asked.sort}
                  onSort={(sort) => change({ sort })}
                  onOpen={setOpen}
                  more={rows.hasNextPage ? () => void rows.fetchNextPage() : undefined}
                  isFetching={rows.isFetchingNextPage}
                />
              )
            }
          </Loaded>
        )}
        <div className="list-foot" aria-live="polite" hidden={rows.error !== null && items.length === 0}>
          <span data-testid="count">
            {total.data
              ? t('explore.shown', { shown: formatCount(items.length), total: formatCount(total.data.count) })
              : ''}
          </span>
          <span className="faint">{t('explore.keys')}</span>
        </div>
      </section>
      {isSample ? (
        <SampleDialog
          samples={Object.fromEntries(
            Object.entries(samplesOf(window.location.origin, dimension, asked)).map(([name, text]) => [
              name === 'curl' ? 'curl' : t('extract.commandLine'),
              text,
            ]),
          )}
          onClose={() => setSample(false)}
        />
      ) : null}
      {open === null ? null : (
        <ThingDrawer
          dimension={dimension}
          id={open}
          onClose={() => setOpen(undefined)}
          onChanged={() => void refresh(new Set([open]))}
        />
      )}
    </>
  );
}

/** `name,label."Cost Center"` → names as an answer calls them. */
const namesIn = (fields: string): string[] =>
  fields.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/).map((path) => path.trim().replace(/"((?:[^"\\]|\\.)*)"/g, '$1'));
