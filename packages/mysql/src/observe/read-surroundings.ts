import { isOn, numberOf, textOf } from '../sql-runner.ts';
import { isAtLeast } from '../version.ts';
import { boundedText } from './bounded-text.ts';
import type { ReplicationFilter } from './glance.ts';
import { ask, type Found, type PortraitLook, readPart, upTo } from './look.ts';
import type { Part } from './part.ts';
import type { DumpThread, EngineFacts, EventFacts, GroupMember, PluginFacts, TlsState } from './portrait.ts';
import {
  allVariables,
  binlogStatus,
  dumpThreads,
  dumpThreadUuids,
  engines,
  eventTable,
  groupMembers,
  ownPrivileges,
  plugins,
  tlsStatus,
  visibleEvents,
} from './portrait-statements.ts';
import { isCut, readWhole } from './read-whole.ts';

/** Parameters whose value is a secret. */
const secretVariables = new Set(['report_password', 'wsrep_sst_auth']);
export const isSecretParameter = (name: string): boolean => secretVariables.has(name);

export async function readVariables(look: PortraitLook): Promise<Found<Readonly<Record<string, string>>>> {
  const rows = await ask(look, allVariables);
  const entries: [string, string][] = [];
  // A server has a handful of long ones; one that has many is lying, and is not asked for ever.
  let asked = 0;
  for (const row of rows.slice(0, 3000)) {
    const [name, text] = [boundedText(row.Variable_name, 128).toLowerCase(), textOf(row.Value)];
    if (isSecretParameter(name)) entries.push([name, '']);
    else if (isCut(text) && asked++ < 20) entries.push([name, await readWhole(look, name, text)]);
    else entries.push([name, boundedText(text)]);
  }
  return { value: Object.fromEntries(entries), more: rows.length > 3000 };
}

export async function readOwnPrivileges(look: PortraitLook): Promise<Found<readonly string[]>> {
  const rows = await ask(look, ownPrivileges);
  return { value: rows.map((row) => boundedText(row.privilege, 64)).sort() };
}

export const readPlugins = async (look: PortraitLook): Promise<Found<readonly PluginFacts[]>> =>
  upTo(await ask(look, plugins), 1000, (row) => ({
    name: boundedText(row.name, 64),
    status: boundedText(row.status, 32),
    kind: boundedText(row.kind, 64),
    library: boundedText(row.library, 64),
  }));

export const readEngines = async (look: PortraitLook): Promise<Found<readonly EngineFacts[]>> =>
  upTo(await ask(look, engines), 100, (row) => ({
    name: boundedText(row.name, 64),
    support: boundedText(row.support, 16),
    transactions: isOn(row.transactions),
  }));

export async function readBinlogFilters(look: PortraitLook): Promise<Found<readonly ReplicationFilter[]>> {
  const [row] = await ask(look, binlogStatus);
  const value = ['Binlog_Do_DB', 'Binlog_Ignore_DB'].flatMap((column) => {
    const text = boundedText(row?.[column], 4096);
    return text === '' ? [] : [{ rule: column.toLowerCase().replaceAll('_', '-'), value: text }];
  });
  return { value };
}

export async function readDumpThreads(look: PortraitLook): Promise<Found<readonly DumpThread[]>> {
  const rows = await ask(look, dumpThreads);
  const uuids = new Map<string, string>();
  if (rows.length > 0 && look.version.flavor === 'mysql') {
    // Without performance_schema, or the right to read it, replicas are known by their address only.
    const found = await readPart(look, async () => ({ value: await ask(look, dumpThreadUuids) }));
    if (found.ok) for (const row of found.value) uuids.set(textOf(row.id), boundedText(row.uuid, 64).toLowerCase());
  }
  return upTo(rows, 256, (row) => ({
    sessionId: numberOf(row.id) ?? 0,
    user: boundedText(row.user, 128),
    host: boundedText(row.host, 255).replace(/:\d+$/, ''),
    seconds: numberOf(row.seconds),
    command: boundedText(row.command, 64),
    replicaUuid: uuids.get(textOf(row.id)) ?? '',
  }));
}

const roles = new Set(['PRIMARY', 'SECONDARY']);

export async function readGroupMembers(look: PortraitLook): Promise<Found<readonly GroupMember[]>> {
  if (look.version.flavor === 'mariadb') return { value: [] };
  const rows = await ask(look, groupMembers);
  // A server that is in no group shows itself as one nameless, offline member, or nothing.
  return upTo(
    rows.filter((row) => textOf(row.uuid) !== ''),
    64,
    (row) => ({
      uuid: boundedText(row.uuid, 64).toLowerCase(),
      host: boundedText(row.host, 255),
      port: numberOf(row.port) ?? 0,
      state: boundedText(row.state, 32),
      role: roles.has(textOf(row.role)) ? (textOf(row.role) as 'PRIMARY' | 'SECONDARY') : '',
    }),
  );
}

const eventStatus = (text: string): EventFacts['status'] =>
  /SIDE.DISABLED/i.test(text) ? 'replica-side-disabled' : /^ENABLED$/i.test(text) ? 'enabled' : 'disabled';

/** An account without EVENT gets an empty list from the server, which would be a false green: refused instead. */
export async function readEvents(
  look: PortraitLook,
  own: Part<readonly string[]>,
): Promise<Found<readonly EventFacts[]>> {
  const hasEvent = own.ok && own.value.includes('EVENT');
  const isDictionary = look.version.flavor === 'mysql' && isAtLeast(look.version, 8);
  if (!hasEvent && isDictionary) throw new Error('the account may not see events (it lacks EVENT)');
  return upTo(await ask(look, hasEvent ? visibleEvents : eventTable), 1000, (row) => ({
    schema: boundedText(row.schema, 64),
    name: boundedText(row.name, 64),
    status: eventStatus(textOf(row.status)),
    definer: boundedText(row.definer, 288),
  }));
}

export async function readTls(
  look: PortraitLook,
  variables: Part<Readonly<Record<string, string>>>,
): Promise<Found<TlsState>> {
  if (!variables.ok) throw new Error('the parameters could not be read');
  const rows = await ask(look, tlsStatus);
  const status = new Map(rows.map((row) => [textOf(row.Variable_name).toLowerCase(), boundedText(row.Value, 255)]));
  const ends = new Date(status.get('ssl_server_not_after') ?? '');
  const endsAt = Number.isNaN(ends.getTime()) ? null : ends.toISOString();
  const { value } = variables;
  return {
    value: {
      available: value.have_ssl === undefined ? endsAt !== null : value.have_ssl.toUpperCase() === 'YES',
      required: isOn(value.require_secure_transport),
      versions: value.tls_version ?? '',
      sessionCipher: status.get('ssl_cipher') ?? '',
      certificateEndsAt: endsAt,
    },
  };
}
