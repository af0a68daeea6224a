import type { InstanceParameters, ParameterView } from '@myriad/contract';
import { type Flavor, isWholeOf, type ParameterOrigin, partValue, readParameters, sameValue } from '@myriad/mysql';
import type { InstanceRecord } from '../../metadata/index.ts';
import { askServer } from './ask-server.ts';
import type { LivePorts } from './ports.ts';
import { type OptionFiles, readOptionFiles } from './read-option-files.ts';
import { refusalWords } from './refusal-words.ts';
import { shown } from './shown-text.ts';

export const mostShown = 1024;
const unread: OptionFiles = { files: [], values: new Map() };

/** The running values as they were read; of a server that does not answer, what the last deep look saw. */
export async function readRunning(ports: LivePorts, instanceId: string) {
  const { db, clock } = ports;
  const answer = await askServer(ports, instanceId, (session, version, signal) =>
    readParameters(session, version, { now: clock.now, signal }),
  );
  const running = answer.reachable ? answer.value.running : undefined;
  if (answer.reachable && running?.ok)
    return { at: clock.now(), from: 'server', running: running.value, told: answer.value, because: undefined } as const;
  const because = answer.reachable ? running && !running.ok && refusalWords(running) : answer.because;
  const before = await ports.remembered(db, instanceId);
  const seen = { at: before?.at ?? clock.now(), because: because || undefined };
  return before
    ? ({ ...seen, from: 'remembered', running: before.values } as const)
    : ({ ...seen, from: 'none', running: {} } as const);
}

/** Every parameter of an instance; of one that does not answer, what the last deep look saw. */
export async function readInstanceParameters(ports: LivePorts, instanceId: string): Promise<InstanceParameters> {
  const { db, metadata } = ports;
  const instance = await metadata.getInstance(db, instanceId);
  const recorded = await recordedOf(ports, instance);
  const { flavor } = instance;
  const found = await readRunning(ports, instanceId);
  const { at, from, running } = found;
  if (from !== 'server')
    return {
      ...{ instanceId, at, from, files: [] },
      ...(found.because ? { because: found.because } : {}),
      items: viewParameters({ flavor, running, recorded, origins: [], persisted: {}, files: unread }),
    };
  const { origins, persisted } = found.told;
  const known = partValue(origins) ?? [];
  const files = await readOptionFiles(ports, instance, [...new Set(known.map(({ path }) => path))]);
  return {
    ...{ instanceId, at, from },
    items: viewParameters({
      ...{ flavor, running, recorded, origins: known, persisted: partValue(persisted) ?? {}, files },
    }),
    ...(origins.ok ? {} : { originsBecause: refusalWords(origins) }),
    files: files.files.map((file) => shown(file)),
    ...(files.because ? { filesBecause: files.because } : {}),
  };
}

/** What the cluster was made with and cannot change. */
async function recordedOf(
  { db, metadata }: LivePorts,
  { clusterId }: InstanceRecord,
): Promise<ReadonlyMap<string, string>> {
  if (clusterId === null) return new Map();
  const { fixed } = await metadata.getCluster(db, clusterId);
  const names: Readonly<Record<string, string>> = {
    lowerCaseTableNames: 'lower_case_table_names',
    innodbPageSize: 'innodb_page_size',
    characterSet: 'character_set_server',
    collation: 'collation_server',
    timeZone: 'time_zone',
    sqlMode: 'sql_mode',
  };
  return new Map(Object.entries(fixed).map(([name, value]) => [names[name] ?? name, String(value)]));
}

interface Known {
  readonly flavor: Flavor;
  readonly running: Readonly<Record<string, string>>;
  readonly recorded: ReadonlyMap<string, string>;
  readonly origins: readonly ParameterOrigin[];
  readonly persisted: Readonly<Record<string, string>>;
  readonly files: OptionFiles;
}

/** By name, each with where it comes from and whether the next start would change it. Pure. */
export function viewParameters({ flavor, running, recorded, origins, persisted, files }: Known): ParameterView[] {
  const originOf = new Map(origins.map((origin) => [origin.name, origin]));
  const kept = new Map(Object.entries(persisted));
  return Object.entries(running)
    .map(([name, value]): ParameterView => {
      const origin = originOf.get(name);
      const given = { persisted: kept.get(name), inFile: files.values.get(name), recorded: recorded.get(name) };
      const isSame = (other: string) => isWholeOf(value, other) ?? sameValue({ flavor, name }, value, other);
      const differs = differenceOf(isSame, given);
      return {
        name: shown(name),
        value: shown(value, mostShown),
        source: origin ? shown(origin.source) : '',
        ...(origin?.path ? { path: shown(origin.path) } : {}),
        ...(origin?.setBy ? { setBy: shown(origin.setBy) } : {}),
        ...(origin?.setAt ? { setAt: Math.max(0, Date.parse(origin.setAt)) } : {}),
        ...(origin?.compiled === null || origin?.compiled === undefined
          ? {}
          : { compiled: shown(origin.compiled, mostShown) }),
        ...(given.persisted === undefined ? {} : { persisted: shown(given.persisted, mostShown) }),
        ...(given.inFile === undefined ? {} : { inFile: shown(given.inFile, mostShown) }),
        ...(given.recorded === undefined ? {} : { recorded: shown(given.recorded, mostShown) }),
        ...(differs ? { differs } : {}),
      };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

type Given = { readonly [Name in 'persisted' | 'inFile' | 'recorded']: string | undefined };

/** What was persisted wins over the option file at a start; a record says what must be. */
function differenceOf(
  isSame: (other: string) => boolean,
  { persisted, inFile, recorded }: Given,
): ParameterView['differs'] {
  if (recorded !== undefined && !isSame(recorded)) return 'from-record';
  if (persisted !== undefined) return isSame(persisted) ? undefined : 'from-persisted';
  return inFile === undefined || isSame(inFile) ? undefined : 'from-file';
}
