import { type DisagreementDefinition, disagreementDefinitions, findingDefinitions, runbookOf } from '@myriad/topology';
import { ProblemError } from '../../platform/http/problem-error.ts';
import type { FindingCatalogue, FindingKind, FindingRecord } from '../findings/index.ts';
import { bringBackTicketOf } from '../instances/index.ts';
import type { InstanceRecord, Metadata } from '../metadata/index.ts';
import { acceptIdentity } from './accept-identity.ts';

type Patch = Partial<Pick<InstanceRecord, 'role' | 'version' | 'serverId'>>;

const roles = ['primary', 'replica', 'standalone'] as const;

const isKnownRole = ({ evidence }: Pick<FindingRecord, 'evidence'>): boolean =>
  roles.some((one) => one === evidence.found);

/** What the record becomes, by the field the finding is about; a field that stands in no record cannot be accepted. */
const patches: Readonly<Record<string, (found: string) => Patch | undefined>> = {
  role: (found) => {
    const role = roles.find((one) => one === found);
    return role && { role };
  },
  version: (version) => (/^\d+\.\d+\.\d+$/.test(version) ? { version } : undefined),
  serverId: (found) => (/^\d{1,10}$/.test(found) ? { serverId: Number(found) } : undefined),
};

const acceptable: Readonly<Record<string, keyof typeof patches>> = {
  RECORD_ROLE_DIFFERS: 'role',
  RECORD_VERSION_DIFFERS: 'version',
  RECORD_SERVER_ID_DIFFERS: 'serverId',
  // One that follows nobody and takes writes was made a primary by hand; a closed one is nothing the record could say.
  REPLICA_MISSING: 'role',
};

/** Everything `packages/topology` finds, for the catalogue: record against reality with its acceptance, and the clusters' own. */
export function topologyFindings(metadata: Metadata): FindingCatalogue {
  const kindOf = ({
    code,
    grade,
    title,
    next,
    why: note,
  }: Pick<DisagreementDefinition, 'code' | 'grade' | 'title' | 'next' | 'why'>) =>
    [code, { grade, words: title, next, note, runbook: referenceOf(code) }] as const;
  const disagreements = disagreementDefinitions.map((definition): [string, FindingKind] => {
    const [code, kind] = kindOf(definition);
    const accept = accepts[code]?.(metadata);
    const only = acceptable[code] === 'role' ? { accepts: isKnownRole } : {};
    return [code, { ...kind, ...(accept ? { accept } : {}), ...only }];
  });
  const kinds: readonly (readonly [string, FindingKind])[] = [...findingDefinitions.map(kindOf), ...disagreements];
  return Object.fromEntries(kinds.map(([code, kind]) => [code, { ...kind, bringBack: bringBackTicketOf }]));
}

type Accept = NonNullable<FindingKind['accept']>;

/** Into what stands in the record; and what is kept as a fact. */
const accepts: Readonly<Record<string, (metadata: Metadata) => Accept>> = {
  ...Object.fromEntries(Object.keys(acceptable).map((code) => [code, (metadata: Metadata) => acceptInto(metadata)])),
  RECORD_UUID_CHANGED: (metadata) => acceptIdentity(metadata, 'serverUuid'),
  RECORD_SOURCE_DIFFERS: (metadata) => acceptIdentity(metadata, 'source'),
};

/** In docs/. */
export const referenceOf = (code: string): string => `reference/${runbookOf(code)}`;

const acceptInto =
  (metadata: Metadata): Accept =>
  async (tx, finding, actor) => {
    const { entityId, evidence } = finding;
    const instance = await metadata.lockInstance(tx, entityId);
    const patch = patchOf(finding);
    // The record is no longer what the finding compared: somebody was here before.
    if (!patch || String(instance[patch.field]) !== evidence.recorded) throw new ProblemError('FINDING_CHANGED');
    await metadata.changeInstance(tx, entityId, patch.change, { kind: 'person', id: actor.id });
  };

function patchOf({ code, evidence }: FindingRecord) {
  const field = acceptable[code] as keyof Patch | undefined;
  const change = field && typeof evidence.found === 'string' ? patches[field]?.(evidence.found) : undefined;
  return field && change ? { field, change } : undefined;
}
