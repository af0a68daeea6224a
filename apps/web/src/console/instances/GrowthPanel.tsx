import type { InstanceSpace } from '@myriad/contract';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatBytes } from '../../shared/format/format-size.ts';
import { Panel } from '../../shared/page/Panel.tsx';
import { LineChart } from './LineChart.tsx';

const dayMs = 86_400_000;

/** The size of all tables at each deep look that could read them. */
export function GrowthPanel({ growth }: { growth: InstanceSpace['growth'] }) {
  const { t } = useTranslation();
  const [times, values] = useMemo(
    () =>
      [growth.map(({ at }) => at / 1000), growth.map(({ dataBytes, indexBytes }) => dataBytes + indexBytes)] as const,
    [growth],
  );
  const [first, last] = [growth.at(0), growth.at(-1)];
  const span = first && last ? last.at - first.at : 0;
  const grown = (values.at(-1) ?? 0) - (values.at(0) ?? 0);
  const size = `${grown < 0 ? '−' : '+'}${formatBytes(Math.abs(grown) * (dayMs / Math.max(span, 1)))}`;
  return (
    <Panel
      title={t('instance.space.growth')}
      acts={
        span >= dayMs ? (
          <span className="soft">{t('instance.space.perDay', { size, count: Math.round(span / dayMs) })}</span>
        ) : null
      }
    >
      {growth.length < 2 ? (
        <span className="faint">
          {last ? `${formatBytes(last.dataBytes + last.indexBytes)} · ` : ''}
          {t('instance.space.growthOne')}
        </span>
      ) : (
        <LineChart
          name={t('instance.space.total')}
          unit="bytes"
          times={times}
          values={values}
          range={[times[0] ?? 0, times.at(-1) ?? 1]}
          cursorName="instance-growth"
        />
      )}
    </Panel>
  );
}
