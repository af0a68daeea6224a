import type { StandardUse, StandardView } from '@myriad/contract';
import { fleetProblems } from '@myriad/contract';
import type { Reader } from '../../platform/database/schema.ts';
import { ProblemError } from '../../platform/http/problem-error.ts';
import { type Actor, abilityOf } from '../../platform/policy/decision.ts';
import { sightOf } from '../metadata/index.ts';
import type { StandardParts } from './parts.ts';
import { mayPublish } from './policy.ts';
import {
  findStandard,
  findVersion,
  listStandardRecords,
  listUses,
  listVersions,
  type VersionRecord,
} from './store/standards.ts';

type Parts = Pick<StandardParts, 'db' | 'metadata'>;

const publishing = (actor: Actor) => abilityOf(mayPublish(actor), fleetProblems);

const versionView = ({ version, note, publishedAt, publishedBy, rules }: VersionRecord) => ({
  ...{ version, note, publishedAt, rules },
  ...(publishedBy === null ? {} : { publishedBy }),
});

export async function listStandards({ db, metadata }: Parts, actor: Actor) {
  const versions = await listVersions(db);
  const items = (await listStandardRecords(db)).map(
    (record): StandardView => ({
      ...record,
      versions: versions.filter(({ standardId }) => standardId === record.id).map(versionView),
      abilities: { publish: publishing(actor) },
    }),
  );
  return { items, uses: await viewUses({ db, metadata }, actor), create: publishing(actor) };
}

/** Clusters one does not see are not told by what they follow. */
export async function viewUses({ db, metadata }: Parts, actor: Actor): Promise<StandardUse[]> {
  const seenBy = sightOf(actor);
  const uses = await listUses(db);
  const ids = uses.flatMap(({ scope }) => (scope.kind === 'cluster' ? [scope.id] : []));
  const names = new Map((await metadata.listClustersById(db, ids, seenBy)).map(({ id, name }) => [id, name]));
  const shown = uses.filter(({ scope }) => seenBy === 'everything' || scope.kind !== 'cluster' || names.has(scope.id));
  return shown.map(({ scope, standardId, version, by, at }) => {
    const scopeName = scope.kind === 'cluster' ? names.get(scope.id) : undefined;
    return {
      ...{ scope, standardId, by, at },
      ...(version === null ? {} : { version }),
      ...(scopeName === undefined ? {} : { scopeName }),
    };
  });
}

/** @throws ProblemError STANDARD_NOT_FOUND */
export async function viewStandard({ db }: { readonly db: Reader }, actor: Actor, id: string): Promise<StandardView> {
  const record = await findStandard(db, { id });
  if (!record) throw new ProblemError('STANDARD_NOT_FOUND', { id });
  const versions = (await listVersions(db, id)).map(versionView);
  return { ...record, versions, abilities: { publish: publishing(actor) } };
}

/** @throws ProblemError STANDARD_NOT_FOUND, STANDARD_VERSION_NOT_FOUND */
export async function viewVersion({ db }: { readonly db: Reader }, standardId: string, version: number) {
  const record = await findStandard(db, { id: standardId });
  if (!record) throw new ProblemError('STANDARD_NOT_FOUND', { id: standardId });
  const found = await findVersion(db, standardId, version);
  if (!found) throw new ProblemError('STANDARD_VERSION_NOT_FOUND', { version });
  return { standardId, name: record.name, version: versionView(found), rules: [...found.list] };
}
