import type { ServerGlance } from '@myriad/mysql';
import type { Words } from '@myriad/runbook';
import { fillWords, runbookOf } from './define-finding.ts';
import { type DisagreementCode, disagreementDefinitions } from './disagreements.ts';
import type { Grade } from './finding.ts';
import { graphOf } from './graph-of.ts';
import type { ObservedServer } from './observed-server.ts';
import { addressOf } from './resolve-source.ts';
import { showText } from './show-text.ts';

/** What the metadata says of an instance; absent fields are not compared. */
export interface InstanceRecord {
  /** The id its observed server has too. */
  readonly id: string;
  readonly name: string;
  readonly host: string;
  readonly port: number;
  readonly role?: 'primary' | 'replica' | 'standalone';
  readonly flavor?: 'mysql' | 'mariadb';
  /** `8.4.3`. */
  readonly version?: string;
  readonly serverUuid?: string;
  readonly serverId?: number;
  /** Where it should replicate from, with other names of the same host; null = from nobody. */
  readonly source?: { readonly host: string; readonly port: number; readonly alsoKnownAs?: readonly string[] } | null;
  readonly readOnly?: boolean;
}

/** One thing the record and the server disagree about. */
export interface Disagreement {
  readonly code: DisagreementCode;
  readonly grade: Grade;
  /** The instance of the record; for a server nobody recorded its node's id. */
  readonly instanceId: string;
  readonly field: string;
  readonly recorded: string;
  readonly found: string;
  readonly words: Words;
  readonly next: Words;
  readonly runbook: string;
  /** Taking over what was found makes sense. */
  readonly canAccept: boolean;
}

function disagree(
  code: DisagreementCode,
  on: { readonly id: string; readonly name: string },
  field: string,
  recorded: string,
  found: string,
): readonly Disagreement[] {
  const definition = disagreementDefinitions.find((one) => one.code === code);
  if (!definition) throw new Error(`no such disagreement: ${code}`);
  const { grade, words, next, canAccept } = definition;
  const values = { server: on.name, recorded, found };
  return [
    {
      ...{ code, grade, field, recorded: showText(recorded), found: showText(found), canAccept, instanceId: on.id },
      ...{ words: fillWords(words, values), next: fillWords(next, values), runbook: runbookOf(code) },
    },
  ];
}

const roleFound = (glance: ServerGlance): 'replica' | 'no replica' =>
  glance.channels.length > 0 ? 'replica' : 'no replica';

/** Members of a group follow each other without a channel that names a source. */
const isInGroup = ({ group }: ServerGlance): boolean => group?.state === 'ONLINE' || group?.state === 'RECOVERING';

/** The group chooses its primary itself: what it says is what is. */
function compareGroupRole(record: InstanceRecord, { group }: ServerGlance): readonly Disagreement[] {
  const found = group?.role === 'SECONDARY' ? 'replica' : group?.role === 'PRIMARY' ? 'primary' : undefined;
  const isSame = found === undefined || record.role === found || (record.role === 'standalone' && found === 'primary');
  return isSame ? [] : disagree('RECORD_ROLE_DIFFERS', record, 'role', record.role ?? '', found);
}

/** One that follows nobody: open, it is somebody's primary by now. */
const orphanFound = ({ readOnly }: ServerGlance): 'primary' | 'no replica' => (readOnly ? 'no replica' : 'primary');

function compareRole(record: InstanceRecord, glance: ServerGlance): readonly Disagreement[] {
  if (record.role === undefined) return [];
  if (isInGroup(glance)) return compareGroupRole(record, glance);
  const isReplica = roleFound(glance) === 'replica';
  if (record.role === 'replica')
    return isReplica ? [] : disagree('REPLICA_MISSING', record, 'role', record.role, orphanFound(glance));
  // A primary that also follows is one of a pair; one that follows and is closed is a replica.
  return isReplica && glance.readOnly ? disagree('RECORD_ROLE_DIFFERS', record, 'role', record.role, 'replica') : [];
}

function compareSource({ source, ...record }: InstanceRecord, glance: ServerGlance): readonly Disagreement[] {
  if (source === undefined || (source !== null && glance.channels.length === 0)) return [];
  const found = glance.channels.map((channel) => addressOf(channel.source.host, channel.source.port));
  if (source === null)
    return found.length === 0 ? [] : disagree('RECORD_SOURCE_DIFFERS', record, 'source', '—', found.join(', '));
  const names = [source.host, ...(source.alsoKnownAs ?? [])].map((host) => addressOf(host, source.port));
  return found.some((address) => names.includes(address))
    ? []
    : disagree('RECORD_SOURCE_DIFFERS', record, 'source', names[0] ?? '', found.join(', '));
}

const openness = (isReadOnly: boolean) => (isReadOnly ? 'read_only = ON' : 'read_only = OFF');

/** What one instance's record and a look at it disagree about. One that did not answer disagrees about nothing. */
export function compareRecord(record: InstanceRecord, { look }: Pick<ObservedServer, 'look'>): readonly Disagreement[] {
  if (look.state !== 'answered') return [];
  const { glance } = look;
  const { flavor, version, serverUuid, serverId, readOnly } = record;
  if (flavor !== undefined && flavor !== glance.version.flavor)
    return disagree('RECORD_FLAVOR_DIFFERS', record, 'flavor', flavor, glance.version.flavor);
  const ofRole = compareRole(record, glance);
  const isOther = (recorded: string | number | undefined, found: string | number) =>
    recorded !== undefined && recorded !== '' && found !== '' && recorded !== found;
  return [
    ...(isOther(serverUuid?.toLowerCase(), glance.serverUuid)
      ? disagree('RECORD_UUID_CHANGED', record, 'serverUuid', serverUuid ?? '', glance.serverUuid)
      : []),
    ...(isOther(version, glance.version.text)
      ? disagree('RECORD_VERSION_DIFFERS', record, 'version', version ?? '', glance.version.text)
      : []),
    ...(isOther(serverId, glance.serverId)
      ? disagree('RECORD_SERVER_ID_DIFFERS', record, 'serverId', String(serverId), String(glance.serverId))
      : []),
    ...ofRole,
    ...compareSource(record, glance),
    // In a group it goes with the role: one cause is one finding, and nobody but the group may change it.
    ...(readOnly !== undefined && readOnly !== glance.readOnly && !(isInGroup(glance) && ofRole.length > 0)
      ? disagree('RECORD_READ_ONLY_DIFFERS', record, 'readOnly', openness(readOnly), openness(glance.readOnly))
      : []),
  ];
}

/** The same for a whole cluster: also servers that answer for each other, and members nobody recorded. */
export function compareCluster(
  records: readonly InstanceRecord[],
  servers: readonly ObservedServer[],
): readonly Disagreement[] {
  const byId = new Map(servers.map((server) => [server.id, server]));
  const each = records.flatMap((record) => {
    const server = byId.get(record.id);
    if (!server) return [];
    const other = answersAs(record, server, records);
    return other
      ? disagree('PORT_ANSWERS_AS_ANOTHER', record, 'address', record.name, other.name)
      : compareRecord(record, server);
  });
  const isRecorded = ({ id, host, port }: { id: string; host: string; port: number | null }) =>
    records.some(
      (record) => record.id === id || (port !== null && addressOf(record.host, record.port) === addressOf(host, port)),
    );
  const strangers = graphOf(servers).nodes.filter((node) => !isRecorded(node));
  return [...each, ...strangers.flatMap((node) => disagree('REPLICA_UNKNOWN', node, 'member', '—', node.name))];
}

/** Another recorded instance whose uuid this address answers with. */
function answersAs(record: InstanceRecord, { look }: ObservedServer, records: readonly InstanceRecord[]) {
  if (look.state !== 'answered' || look.glance.serverUuid === '') return undefined;
  const uuid = look.glance.serverUuid;
  if (record.serverUuid?.toLowerCase() === uuid) return undefined;
  return records.find((other) => other.id !== record.id && other.serverUuid?.toLowerCase() === uuid);
}
