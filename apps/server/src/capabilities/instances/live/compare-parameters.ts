import type { ParameterDifference } from '@myriad/contract';
import { differInTail, type Flavor, sameValue } from '@myriad/mysql';
import { type Actor, requireAllowed } from '../../../platform/policy/decision.ts';
import { actorOnThing } from '../../metadata/index.ts';
import { mayLookInside } from './policy.ts';
import type { LivePorts } from './ports.ts';
import { shown } from './shown-text.ts';
import { mostShown, readRunning } from './view-parameters.ts';

/** Differs between any two servers: who and where they are, and what moves by itself. */
const natural =
  /^(server_id|server_uuid|hostname|port|admin_port|extra_port|socket|pid_file|datadir|basedir|tmpdir|slave_load_tmpdir|replica_load_tmpdir|plugin_dir|character_sets_dir|lc_messages_dir|secure_file_priv|innodb_(data_home_dir|log_group_home_dir|tmpdir|undo_directory|temp_tablespaces_dir|doublewrite_dir|version)|log_bin_(basename|index)|relay_log(_basename|_index|_info_file)?|log_error|slow_query_log_file|general_log_file|report_(host|port)|bind_address|admin_address|ssl_(ca|cert|key|capath|crl|crlpath)|mysqlx_\w*(socket|port|address)|gtid_\w+|timestamp|pseudo_\w+|rand_seed\d|last_\w+|server_uid|wsrep_(node|cluster)_\w+|build_id|version\w*|caching_sha2_password_\w+_path|sha256_password_\w+_path|\w+_key_path|debug_sync|hostname)$/;

interface Server {
  readonly flavor: Flavor;
  /** As they were read, not as they are shown. */
  readonly values: ReadonlyMap<string, string>;
}

/** Only what differs, by name; a parameter only one of them knows differs. Pure. */
export function compareParameters(
  one: Server,
  other: Server,
): { readonly same: number; readonly items: ParameterDifference[] } {
  const names = [...new Set([...one.values.keys(), ...other.values.keys()])].sort();
  const items = names.flatMap((name): ParameterDifference[] => {
    const [a, b] = [one.values.get(name), other.values.get(name)];
    const isSame = (flavor: Flavor) => a !== undefined && b !== undefined && sameValue({ flavor, name }, a, b);
    if (isSame(one.flavor) || isSame(other.flavor)) return [];
    const inTail = a !== undefined && b !== undefined && differInTail(a, b);
    const show = (value: string | undefined) => (value === undefined ? null : shown(value, mostShown));
    return [
      {
        ...{ name: shown(name), one: show(a), other: show(b), natural: natural.test(name) },
        ...(inTail ? { tail: true } : {}),
      },
    ];
  });
  return { same: names.length - items.length, items };
}

/** Two instances side by side; whoever compares may look into both. */
export async function compareInstances(ports: LivePorts, actor: Actor, instanceId: string, withId: string) {
  requireAllowed(mayLookInside(actor));
  requireAllowed(mayLookInside(await actorOnThing(ports.db, actor, 'instance', withId)));
  const [one, other] = await Promise.all([sideOf(ports, instanceId), sideOf(ports, withId)]);
  const hasBoth = one.side.from !== 'none' && other.side.from !== 'none';
  const found = hasBoth ? compareParameters(one, other) : { same: 0, items: [] };
  return { one: one.side, other: other.side, ...found };
}

async function sideOf(ports: LivePorts, instanceId: string) {
  const { name, version, flavor } = await ports.metadata.getInstance(ports.db, instanceId);
  const { at, from, because, running } = await readRunning(ports, instanceId);
  const side = { instanceId, name, version, at, from, ...(because ? { because } : {}) };
  return { flavor, values: new Map(Object.entries(running)), side };
}
