import type { InstanceParameters, ParameterView } from '@myriad/contract';
import { type ParameterOrigin, partValue, readParameters } from '@myriad/mysql';
import type { InstanceRecord } from '../../metadata/index.ts';
import { askServer } from './ask-server.ts';
import type { LivePorts } from './ports.ts';
import { type OptionFiles, readOptionFiles } from './read-option-files.ts';
import { refusalWords } from './refusal-words.ts';
import { sameValue } from './same-value.ts';
import { shown } from './shown-text.ts';

const most = 1024;
const unread: OptionFiles = { files: [], values: new Map() };

/** Every parameter of an instance; of one that does not answer, what the last deep look saw. */
export async function readInstanceParameters(ports: LivePorts, instanceId: string): Promise<InstanceParameters> {
  const { db, metadata, clock } = ports;
  const instance = await metadata.getInstance(db, instanceId);
  const recorded = await recordedOf(ports, instance);
  const answer = await askServer(ports, instanceId, (session, version, signal) =>
    readParameters(session, version, { now: clock.now, signal }),
  );
  const running = answer.reachable ? answer.value.running : undefined;
  if (!answer.reachable || !running?.ok) {
    const because = answer.reachable ? running && !running.ok && refusalWords(running) : answer.because;
    const before = await ports.remembered(db, instanceId);
    return {
      instanceId,
      at: before?.at ?? clock.now(),
      from: before ? 'remembered' : 'none',
      ...(because ? { because } : {}),
      items: before
        ? viewParameters({ running: before.values, recorded, origins: [], persisted: {}, files: unread })
        : [],
      files: [],
    };
  }
  const { origins, persisted } = answer.value;
  const known = partValue(origins) ?? [];
  const files = await readOptionFiles(ports, instance, [...new Set(known.map(({ path }) => path))]);
  return {
    ...{ instanceId, at: clock.now(), from: 'server' },
    items: viewParameters({
      ...{ running: running.value, recorded, origins: known, persisted: partValue(persisted) ?? {}, files },
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
  readonly running: Readonly<Record<string, string>>;
  readonly recorded: ReadonlyMap<string, string>;
  readonly origins: readonly ParameterOrigin[];
  readonly persisted: Readonly<Record<string, string>>;
  readonly files: OptionFiles;
}

/** By name, each with where it comes from and whether the next start would change it. Pure. */
export function viewParameters({ running, recorded, origins, persisted, files }: Known): ParameterView[] {
  const originOf = new Map(origins.map((origin) => [origin.name, origin]));
  const kept = new Map(Object.entries(persisted));
  return Object.entries(running)
    .map(([name, value]): ParameterView => {
      const origin = originOf.get(name);
      const given = { persisted: kept.get(name), inFile: files.values.get(name), recorded: recorded.get(name) };
      const differs = differenceOf(value, given);
      return {
        name: shown(name),
        value: shown(value, most),
        source: origin ? shown(origin.source) : '',
        ...(origin?.path ? { path: shown(origin.path) } : {}),
        ...(origin?.setBy ? { setBy: shown(origin.setBy) } : {}),
        ...(origin?.setAt ? { setAt: Math.max(0, Date.parse(origin.setAt)) } : {}),
        ...(origin?.compiled === null || origin?.compiled === undefined
          ? {}
          : { compiled: shown(origin.compiled, most) }),
        ...(given.persisted === undefined ? {} : { persisted: shown(given.persisted, most) }),
        ...(given.inFile === undefined ? {} : { inFile: shown(given.inFile, most) }),
        ...(given.recorded === undefined ? {} : { recorded: shown(given.recorded, most) }),
        ...(differs ? { differs } : {}),
      };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

type Given = { readonly [Name in 'persisted' | 'inFile' | 'recorded']: string | undefined };

/** What was persisted wins over the option file at a start; a record says what must be. */
function differenceOf(value: string, { persisted, inFile, recorded }: Given): ParameterView['differs'] {
  if (recorded !== undefined && !sameValue(value, recorded)) return 'from-record';
  if (persisted !== undefined) return sameValue(value, persisted) ? undefined : 'from-persisted';
  return inFile === undefined || sameValue(value, inFile) ? undefined : 'from-file';
}
