import { scanFilter } from './scan-filter.ts';

/**
 * The same condition asked from another side: a filter of applications becomes one of the hosts they live on. Columns get the
 * name of the side they came from; those of the new side lose it.
 */
export function translateFilter(where: string, from: string, to: string, dimensions: readonly string[]): string {
  if (from === to) return where;
  const paths = scanFilter(where).pieces.filter(({ means }) => means === 'path');
  return paths.reduceRight((text, { names = [], from: begin, to: end, text: written }) => {
    const [first = ''] = names;
    const dot = written.indexOf('.');
    const rest = dot < 0 ? '' : written.slice(dot + 1);
    if (rest !== '' && first === to) return text.slice(0, begin) + rest + text.slice(end);
    if (rest !== '' && dimensions.includes(first)) return text;
    return `${text.slice(0, begin)}${from}.${written}${text.slice(end)}`;
  }, where);
}
