import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatExact, formatStamp } from '../../shared/format/format-time.ts';
import { LongName } from '../../shared/page/LongName.tsx';
import { useLanguage } from '../../shared/words/use-words.ts';
import type { RowLink } from './row-links.ts';
import { tableAddress } from './tables-address.ts';

interface TableCellProps {
  readonly value: unknown;
  readonly type: string;
  readonly link: RowLink | undefined;
  /** All of it, for one row; a list shows one line. */
  readonly whole?: true;
}

/** One value as the store has it: nothing is guessed, times can be read, references are followed. */
export function TableCell({ value, type, link, whole }: TableCellProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (value === null || value === undefined) return <span className="faint">{t('tables.null')}</span>;
  if (value === '') return <span className="faint">{t('tables.emptyText')}</span>;
  if (type === 'time' && typeof value === 'number')
    return (
      <span className="nowrap num" title={`${formatExact(value, language)} · ${value}`}>
        {whole ? formatExact(value, language) : formatStamp(value)}
      </span>
    );
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const shown = whole ? <span>{text}</span> : <LongName>{text}</LongName>;
  return link ? <Link to={tableAddress(link)}>{shown}</Link> : shown;
}
