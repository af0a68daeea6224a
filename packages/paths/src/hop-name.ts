import type { Hop, Path } from './types.ts';

/** For people and logs: `ssh db-17:22`, `mysql 127.0.0.1:3306`. Never a user or a secret. */
export function hopName(hop: Hop): string {
  if (hop.kind === 'local') return 'local';
  if (hop.kind === 'ssh') return `ssh ${hop.address}:${hop.port}`;
  return 'socket' in hop.at ? `mysql ${hop.at.socket}` : `mysql ${hop.at.host}:${hop.at.port}`;
}

export const pathName = (path: Path): string => path.map(hopName).join(' → ');
