import { Link } from 'react-router';
import { LongName } from '../../shared/page/LongName.tsx';
import type { ThingName } from '../frame/use-thing-name.ts';

/** What an act was about: a thing by its name, with a link where it has a page; else the address that was called. */
export function AuditResource({ resource, thing }: { resource: string; thing: ThingName | undefined }) {
  if (!thing) return <LongName mono>{resource}</LongName>;
  return <span title={resource}>{thing.to ? <Link to={thing.to}>{thing.words}</Link> : thing.words}</span>;
}
