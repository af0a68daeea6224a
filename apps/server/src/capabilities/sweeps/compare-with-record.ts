import type { ServerGlance } from '@myriad/mysql';
import { compareRecord } from '@myriad/topology';
import type { NewFinding } from '../findings/index.ts';
import { parseSource } from './known-identity.ts';
import type { Recorded } from './target.ts';

/** Where record and reality disagree, as findings. `about` names the field; evidence what `accept` changes it to. */
export function compareWithRecord(recorded: Recorded, glance: ServerGlance): readonly NewFinding[] {
  const { id, name, address: host, port, role, flavor, version, serverId, clusterId, identity } = recorded;
  const source = role === 'replica' ? parseSource(identity.source ?? '') : undefined;
  const record = {
    ...{ id, name, host, port, role, flavor, version },
    ...(serverId > 0 ? { serverId } : {}),
    ...(identity.serverUuid === undefined ? {} : { serverUuid: identity.serverUuid }),
    ...(source ? { source } : {}),
    // An open replica gets transactions of its own; a closed primary stops the application.
    readOnly: role === 'replica',
  };
  return compareRecord(record, { look: { state: 'answered', glance } }).map(
    ({ code, grade, field, recorded: before, found, words, next }) => ({
      ...{ code, grade, words, next, about: field },
      ...{ entity: 'instance', entityId: id, evidence: { field, recorded: before, found } },
      ...(clusterId === null ? {} : { clusterId }),
    }),
  );
}
