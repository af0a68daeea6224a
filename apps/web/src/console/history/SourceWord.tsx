import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { en } from '../../shared/words/en.ts';

/** Who learned or changed it, as a word; a task or a ticket is a link. */
export function SourceWord({ source, sourceId }: { source: string; sourceId?: string | undefined }) {
  const { t } = useTranslation();
  const word = t(`fact.sources.${source as keyof typeof en.fact.sources}`, { defaultValue: source });
  if (sourceId && (source === 'task' || source === 'ticket')) return <Link to={`/${source}s/${sourceId}`}>{word}</Link>;
  return <span title={sourceId}>{word}</span>;
}
