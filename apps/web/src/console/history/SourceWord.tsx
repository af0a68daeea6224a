import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { LongName } from '../../shared/page/LongName.tsx';
import type { en } from '../../shared/words/en.ts';

interface SourceProps {
  readonly source: string;
  readonly sourceId?: string | undefined;
  /** Of a person. */
  readonly sourceName?: string | undefined;
}

/** Who learned or changed it, as a word; a task or a ticket is a link, a person has their name. */
export function SourceWord({ source, sourceId, sourceName }: SourceProps) {
  const { t } = useTranslation();
  const word = t(`fact.sources.${source as keyof typeof en.fact.sources}`, { defaultValue: source });
  if (sourceId && (source === 'task' || source === 'ticket')) return <Link to={`/${source}s/${sourceId}`}>{word}</Link>;
  if (sourceName)
    return (
      <span title={word}>
        <LongName>{sourceName}</LongName>
      </span>
    );
  return <span>{word}</span>;
}
