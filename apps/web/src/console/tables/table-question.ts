import { inShell } from '../extract/in-shell.ts';

interface TableQuestion {
  readonly where: string;
  readonly sort: string;
}

/** Where the same comes as a file; a file has the order of the key. */
export const tableExport = (table: string, { where }: TableQuestion, format: string): string =>
  `/api/tables/${encodeURIComponent(table)}/export?${new URLSearchParams({ ...(where ? { where } : {}), format })}`;

export function sampleOf(table: string, { where, sort }: TableQuestion): Readonly<Record<string, string>> {
  const given = [...(where ? [`where=${where}`] : []), ...(sort ? [`sort=${sort}`] : []), 'limit=500'];
  const address = `${window.location.origin}/api/tables/${encodeURIComponent(table)}/rows`;
  const lines = [
    `curl --get ${inShell(address)}`,
    '-H "Authorization: Bearer $MYRIAD_TOKEN"',
    ...given.map((each) => `--data-urlencode ${inShell(each)}`),
  ];
  return { curl: lines.join(' \\\n  ') };
}
