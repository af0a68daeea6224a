import { type Capacity, capacityParts, viewHostCapacity, type ZoneCapacity } from '@myriad/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { formatBytes, formatCount } from '../../shared/format/format-size.ts';
import { Loaded } from '../../shared/page/Loaded.tsx';
import { LongName } from '../../shared/page/LongName.tsx';
import { Panel } from '../../shared/page/Panel.tsx';
import './capacity.css';

const measures = ['cpus', 'memoryBytes', 'diskBytes'] as const;
type Measure = (typeof measures)[number];

const shown = (measure: Measure, value: number) => (measure === 'cpus' ? formatCount(value) : formatBytes(value));

/** What the pool has, has given away and has left, a line a zone; drawn as bars whose parts are told apart by pattern too. */
export function CapacityPanel() {
  const { t } = useTranslation();
  const capacity = useAnswer(viewHostCapacity, {}, { everyMs: 30_000 });
  if (capacity.data?.zones.length === 0) return null;
  return (
    <Panel
      title={t('capacity.title')}
      beside={
        <span className="row wrap soft">
          {capacityParts.map((part) => (
            <span key={part} className="state">
              <i className={`capacity-key capacity-${part}`} />
              {t(`capacity.parts.${part}`)}
            </span>
          ))}
        </span>
      }
    >
      <Loaded query={capacity}>
        {({ zones }) => (
          <div className="capacity">
            {zones.map((zone) => (
              <Zone key={zone.zone} zone={zone} />
            ))}
          </div>
        )}
      </Loaded>
    </Panel>
  );
}

function Zone({ zone }: { zone: ZoneCapacity }) {
  const { t } = useTranslation();
  const hosts = capacityParts.reduce((sum, part) => sum + zone[part].hosts, 0);
  const sizes = zone.specifications.filter(({ instances, fits }) => instances > 0 || fits > 0);
  return (
    <section className="capacity-zone" aria-label={zone.zone}>
      <div className="capacity-name">
        <b>
          <LongName>{zone.zone}</LongName>
        </b>
        <span className="faint">{t('capacity.hosts', { count: hosts })}</span>
        {zone.unmeasured > 0 ? (
          <span className="tone-warn">{t('capacity.unmeasured', { count: zone.unmeasured })}</span>
        ) : null}
      </div>
      {measures.map((measure) => (
        <Bar key={measure} zone={zone} measure={measure} />
      ))}
      <div className="capacity-sizes soft">
        {sizes.map(({ name, instances, fits }) => (
          <span key={name} className="nowrap">
            <b>{name}</b> {t('capacity.size', { instances, fits })}
          </span>
        ))}
        {zone.specifications.length === 0 ? <Link to="/catalogues">{t('capacity.noSizes')}</Link> : null}
      </div>
    </section>
  );
}

function Bar({ zone, measure }: { zone: ZoneCapacity; measure: Measure }) {
  const { t } = useTranslation();
  const of = (capacity: Capacity) => capacity[measure];
  const total = capacityParts.reduce((sum, part) => sum + of(zone[part]), 0);
  const words = capacityParts
    .filter((part) => of(zone[part]) > 0)
    .map((part) => `${t(`capacity.parts.${part}`)} ${shown(measure, of(zone[part]))}`)
    .join(' · ');
  return (
    <div>
      <div className="capacity-measure">
        <span>{t(`capacity.measures.${measure}`)}</span>
        <span className="soft">
          {total === 0
            ? t('capacity.nothing')
            : t('capacity.left', { free: shown(measure, of(zone.free)), total: shown(measure, total) })}
        </span>
      </div>
      <div className="capacity-bar" role="img" aria-label={words || t('capacity.nothing')} title={words}>
        {total === 0
          ? null
          : capacityParts.map((part) => (
              <i key={part} className={`capacity-${part}`} style={{ width: `${(of(zone[part]) / total) * 100}%` }} />
            ))}
      </div>
    </div>
  );
}
