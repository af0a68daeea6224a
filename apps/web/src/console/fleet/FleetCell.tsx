import type { Answer, Dimension, listInventory } from '@myriad/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatExact } from '../../shared/format/format-time.ts';
import { LongName } from '../../shared/page/LongName.tsx';
import { RelativeTime } from '../../shared/page/Times.tsx';
import { StateMark } from '../../shared/state/StateMark.tsx';
import type { en } from '../../shared/words/en.ts';
import { useLanguage } from '../../shared/words/use-words.ts';
import { RecordedValue } from '../history/RecordedValue.tsx';
import { type FieldOf, pageOf } from './dimensions.ts';
import { fleetAddress } from './fleet-question.ts';

export type FleetRow = Answer<typeof listInventory>['items'][number];

interface FleetCellProps {
  readonly field: FieldOf;
  readonly value: unknown;
  readonly row: FleetRow;
  /** The list's own dimension. */
  readonly of: Dimension;
}

/** How many of another dimension there are, and the way to them. */
const counted: Readonly<Record<string, Dimension>> = { instances: 'instance', clusters: 'cluster' };

/** One value of a row as people read it; names and counts are links. */
export function FleetCell({ field: { dimension, column, name }, value, row, of }: FleetCellProps) {
  const { t } = useTranslation();
  if (value === null || value === undefined || value === '') return <span className="faint">—</span>;
  const text = typeof value === 'string' ? value : String(value);
  const id = dimension === of ? row.id : row[`${dimension}.id`];
  if (!column) return <RecordedValue name={name} value={value} of={dimension} />;
  if (name === 'name' && typeof id === 'string')
    return (
      <Link to={pageOf(dimension, id)}>
        <LongName>{text}</LongName>
      </Link>
    );
  const many = counted[name];
  if (many && typeof id === 'string')
    return <Link to={fleetAddress(many, { where: `${dimension}.id = "${id}"` })}>{text}</Link>;
  if (name === 'level' && dimension === 'application')
    return t(`newCluster.levels.${text as keyof typeof en.newCluster.levels}`, { defaultValue: text });
  if (name === 'level') return t(`explore.levels.${text as keyof typeof en.explore.levels}`, { defaultValue: text });
  if (name === 'state' && (dimension === 'cluster' || dimension === 'instance'))
    return <StateMark of={dimension} value={text} />;
  if (name === 'maintenance') return <MaintenanceMark value={value} />;
  if (column.type === 'time' && typeof value === 'number') return <RelativeTime at={value} />;
  if (column.type === 'boolean') return t(value === true || value === 1 ? 'fact.yes' : 'fact.no');
  if (column.type === 'number') return text;
  if (['id', 'address', 'directory', 'baseDirectory'].includes(name)) return <LongName mono>{text}</LongName>;
  return <RecordedValue name={name} value={value} of={dimension} />;
}

function MaintenanceMark({ value }: { value: unknown }) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (typeof value !== 'object' || value === null) return null;
  const { reason, until } = value as { readonly reason?: unknown; readonly until?: unknown };
  const end = typeof until === 'number' ? formatExact(until, language) : '';
  if (typeof until === 'number' && until < Date.now()) return <span className="faint">—</span>;
  return (
    <span className="badge bad" title={`${typeof reason === 'string' ? reason : ''} · ${end}`}>
      {t('maintenance.title')}
    </span>
  );
}
