import type { Dimension } from '@myriad/contract';
import { inShell } from '../extract/in-shell.ts';

/** What is asked of the fleet: the part of the address behind the dimension. */
export interface FleetQuestion {
  readonly where: string;
  /** Names with commas; '' = the usual ones. */
  readonly fields: string;
  /** '' = by name. */
  readonly sort: string;
}

export const questionOf = (search: URLSearchParams): FleetQuestion => ({
  where: search.get('where') ?? '',
  fields: search.get('fields') ?? '',
  sort: search.get('sort') ?? '',
});

const given = (question: Partial<FleetQuestion>): [string, string][] =>
  (['where', 'fields', 'sort'] as const).flatMap((name) => {
    const value = question[name];
    return value ? [[name, value] as [string, string]] : [];
  });

export const searchOf = (question: Partial<FleetQuestion>): string => new URLSearchParams(given(question)).toString();

/** `/fleet/host?where=…` */
export function fleetAddress(dimension: Dimension, question: Partial<FleetQuestion> = {}): string {
  const search = searchOf(question);
  return `/fleet/${dimension}${search ? `?${search}` : ''}`;
}

export type ExtractFormat = 'csv' | 'json' | 'ndjson';

/** Where the same comes as a file. */
export const extractAddress = (dimension: Dimension, question: FleetQuestion, format: ExtractFormat): string =>
  `/api/inventory/${dimension}/export?${new URLSearchParams([...given(question), ['format', format]])}`;

/** The same question for a program and for the command line. */
export function samplesOf(origin: string, dimension: Dimension, question: FleetQuestion) {
  const urlencode = given(question).map(([name, value]) => `  --data-urlencode ${inShell(`${name}=${value}`)} \\\n`);
  const flags = given(question).map(([name, value]) => ` --${name} ${inShell(value)}`);
  return {
    curl: `curl --get ${inShell(`${origin}/api/inventory/${dimension}`)} \\\n  -H "Authorization: Bearer $MYRIAD_TOKEN" \\\n${urlencode.join('')}  --data-urlencode 'limit=500'`,
    command: `myriad inventory list ${dimension}${flags.join('')}`,
  };
}
