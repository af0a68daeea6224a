import { getInstanceMetrics, listMetrics, type MetricName } from '@myriad/contract';
import { Segmented } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { formatRunning } from '../../shared/format/format-time.ts';
import { Loaded } from '../../shared/page/Loaded.tsx';
import { Message } from '../../shared/page/Message.tsx';
import { Panel } from '../../shared/page/Panel.tsx';
import { useFilters } from '../../shared/page/use-filters.ts';
import { useNow } from '../../shared/page/use-now.ts';
import { usePick } from '../../shared/words/use-words.ts';
import { rangeOf, ranges, timesOf } from './chart-values.ts';
import { LineChart } from './LineChart.tsx';
import { MetricTable } from './MetricTable.tsx';

interface ChartsPanelProps {
  readonly instanceId: string;
  readonly only?: readonly MetricName[];
}

/** Lines over a range that stands in the address; a table of the same for whoever reads rather than looks. */
export function ChartsPanel({ instanceId, only }: ChartsPanelProps) {
  const { t } = useTranslation();
  const { values, change } = useFilters(['range', 'view']);
  const range = rangeOf(values.range);
  const isTable = values.view === 'table';
  return (
    <Panel
      title={t('instance.parts.metrics')}
      beside={
        <Segmented
          size="small"
          value={range}
          aria-label={t('instance.metrics.range')}
          options={Object.keys(ranges).map((each) => ({
            value: each,
            label: t(`instance.metrics.ranges.${rangeOf(each)}`),
          }))}
          onChange={(next) => change('range', next === '1h' ? undefined : next)}
        />
      }
      acts={
        <Segmented
          size="small"
          value={isTable ? 'table' : 'charts'}
          aria-label={t('instance.metrics.view')}
          options={[
            { value: 'charts', label: t('instance.metrics.asCharts') },
            { value: 'table', label: t('instance.metrics.asTable') },
          ]}
          onChange={(next) => change('view', next === 'table' ? 'table' : undefined)}
        />
      }
    >
      <Charts instanceId={instanceId} only={only} seconds={ranges[range]} isTable={isTable} />
    </Panel>
  );
}

interface ChartsProps {
  readonly instanceId: string;
  readonly only: readonly MetricName[] | undefined;
  readonly seconds: number;
  readonly isTable: boolean;
}

/** New samples come every ten seconds; a long range moves less. */
const renewMs = (seconds: number): number => (seconds <= 3600 ? 10_000 : 30_000);

function Charts({ instanceId, only, seconds, isTable }: ChartsProps) {
  const { t } = useTranslation();
  const pick = usePick();
  const every = renewMs(seconds);
  const now = Math.floor(useNow('second') / every) * every;
  const definitions = useAnswer(listMetrics, {});
  const query = { from: String(now - seconds * 1000), to: String(now), ...(only ? { metrics: only.join(',') } : {}) };
  const series = useAnswer(getInstanceMetrics, { params: { instanceId }, query }, { keeps: true });
  // Kept while the answer is the same: what is drawn anew each second is twenty canvases.
  const times = useMemo(() => (series.data ? timesOf(series.data) : []), [series.data]);
  return (
    <Loaded query={definitions}>
      {({ items }) => (
        <Loaded query={series}>
          {(found) => {
            const shown = items.filter(({ name }) => only === undefined || only.includes(name));
            const isEmpty = found.series.every(({ values }) => values.every((value) => value === null));
            if (isEmpty) return <Message title={t('instance.metrics.none')} next={t('instance.metrics.noneNext')} />;
            if (isTable) return <MetricTable definitions={shown} found={found} />;
            // A few chosen ones stand in one grid: alone in their groups they would leave most of it empty.
            const groups = only ? [[undefined, shown] as const] : [...Map.groupBy(shown, ({ group }) => group)];
            return (
              <div className="stack">
                {groups.map(([group, own]) => (
                  <section
                    key={group ?? ''}
                    {...(group ? { 'aria-label': t(`instance.metrics.groups.${group}`) } : {})}
                  >
                    {group ? <h3 className="chart-group">{t(`instance.metrics.groups.${group}`)}</h3> : null}
                    <div className={only ? 'charts few' : 'charts'}>
                      {own.map(({ name, words, why, unit }) => {
                        const line = found.series.find(({ metric }) => metric === name);
                        if (!line) return null;
                        return (
                          <LineChart
                            key={name}
                            name={pick(words)}
                            why={pick(why)}
                            unit={unit}
                            times={times}
                            values={line.values}
                            highest={line.highest}
                            range={[found.from / 1000, found.to / 1000]}
                            cursorName={`instance-${instanceId}`}
                          />
                        );
                      })}
                    </div>
                  </section>
                ))}
                <p className="faint">{t('instance.metrics.step', { step: formatRunning(found.stepSeconds * 1000) })}</p>
              </div>
            );
          }}
        </Loaded>
      )}
    </Loaded>
  );
}
