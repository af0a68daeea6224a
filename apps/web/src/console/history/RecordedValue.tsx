import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatExact } from '../../shared/format/format-time.ts';
import { StateMark } from '../../shared/state/StateMark.tsx';
import type { en } from '../../shared/words/en.ts';
import { useLanguage } from '../../shared/words/use-words.ts';
import { useRecordedName } from './RecordedName.tsx';
import { isNothing, isRecord, numberText, pageOfThing, saidFields } from './recorded-value.ts';
import './recorded.css';

interface RecordedValueProps {
  readonly name: string;
  readonly value: unknown;
  /** Whose field it is: says what kind of state a `state` is. */
  readonly of?: string | undefined;
}

const mostItems = 24;
/** Empty means that the server decides. */
const leftToServer = new Set(['collation', 'sqlMode']);

/** A recorded or observed value as people read it: states, units, links and `key: value`, never JSON. */
export function RecordedValue({ name, value, of }: RecordedValueProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (value === '' && leftToServer.has(name)) return <span className="soft">{t('fact.serverDefault')}</span>;
  if (isNothing(value) || value === '') return <span className="faint">—</span>;
  if (Array.isArray(value)) return <Items name={name} items={value} of={of} />;
  if (isRecord(value)) return <Pairs record={value} of={of} />;
  const page = pageOfThing(name, value);
  if (page)
    return (
      <Link to={page} className="mono" title={String(value)}>
        …{String(value).slice(-8)}
      </Link>
    );
  if (name === 'poolState') return <StateMark of="pool" value={String(value)} />;
  if (name === 'state' && (of === 'cluster' || of === 'instance')) return <StateMark of={of} value={String(value)} />;
  if (name === 'topology')
    return t(`cluster.topologies.${value as keyof typeof en.cluster.topologies}`, { defaultValue: String(value) });
  if (name === 'level') {
    const level = String(value);
    const ofCluster = t(`explore.levels.${level as keyof typeof en.explore.levels}`, { defaultValue: level });
    return t(`newCluster.levels.${level as keyof typeof en.newCluster.levels}`, { defaultValue: ofCluster });
  }
  if (name === 'environment')
    return t(`newCluster.environments.${value as keyof typeof en.newCluster.environments}`, {
      defaultValue: String(value),
    });
  if (name === 'role')
    return t(`cluster.roles.${value as keyof typeof en.cluster.roles}`, { defaultValue: String(value) });
  if (name === 'flavor')
    return t(`packages.flavor.${value as keyof typeof en.packages.flavor}`, { defaultValue: String(value) });
  if (name === 'lowerCaseTableNames') return t(value === 0 ? 'newCluster.caseKept' : 'newCluster.caseLowered');
  if (typeof value === 'boolean') return t(value ? 'fact.yes' : 'fact.no');
  if (typeof value === 'number' && (name === 'since' || name === 'until' || name.endsWith('At')))
    return formatExact(value, language);
  if (typeof value === 'number') return <span className="number">{numberText(name, value)}</span>;
  return <bdi style={{ overflowWrap: 'anywhere' }}>{String(value)}</bdi>;
}

function Items({ name, items, of }: { name: string; items: readonly unknown[]; of: string | undefined }) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (items.length === 0) return <span className="faint">{t('fact.nothing')}</span>;
  const shown = items.slice(0, mostItems);
  const left = items.length - shown.length;
  return (
    <span style={{ overflowWrap: 'anywhere' }} title={left > 0 ? items.map(String).join(', ') : undefined}>
      {shown.map((item, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: values have their order and no other identity
        <Fragment key={at}>
          {at > 0 ? isRecord(item) ? <br /> : language === 'zh-CN' ? '、' : ', ' : null}
          <RecordedValue name={name} value={item} of={of} />
        </Fragment>
      ))}
      {left > 0 ? <span className="faint"> {t('fact.more', { count: left })}</span> : null}
    </span>
  );
}

/** `key: value · key: value`, without what is empty. */
function Pairs({ record, of }: { record: Record<string, unknown>; of: string | undefined }) {
  const nameOf = useRecordedName();
  return (
    <span className="pairs">
      {saidFields(record).map(([name, value]) => (
        <span key={name} className="pair">
          {isRecord(value) ? null : (
            <span className="soft" title={name}>
              {nameOf(name)}{' '}
            </span>
          )}
          <RecordedValue name={name} value={value} of={of} />
        </span>
      ))}
    </span>
  );
}
