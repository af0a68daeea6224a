import type { InstancePortrait, PageQuery, PortraitChange } from '@myriad/contract';
import { type Page, readPage } from '../../../platform/database/page.ts';
import type { Db } from '../../../platform/database/schema.ts';
import { type Actor, requireAllowed } from '../../../platform/policy/decision.ts';
import { harmlessText } from '../../findings/index.ts';
import { type Metadata, mayChangeMetadata } from '../../metadata/index.ts';
import { listSizes, pagePortraitChanges } from '../store.ts';
import { lastLook } from './look-deep.ts';

export interface ViewParts {
  readonly db: Db;
  readonly metadata: Metadata;
}

const sizesShown = 400;

/** For those who operate: accounts and parameters are theirs to see. @throws ProblemError INSTANCE_NOT_FOUND, NOT_AN_OPERATOR */
export async function viewPortrait(
  { db, metadata }: ViewParts,
  actor: Actor,
  instanceId: string,
): Promise<{ portrait: InstancePortrait | null }> {
  requireAllowed(mayChangeMetadata(actor));
  await metadata.getInstance(db, instanceId);
  const look = await lastLook(db, instanceId);
  if (!look) return { portrait: null };
  const { variables, accounts, schemas, readAt, tookMilliseconds } = look.portrait;
  const growth = (await listSizes(db, instanceId, sizesShown)).map((size) => ({ ...size }));
  const shown = (text: string) => harmlessText(text, 2000);
  const refused = Object.entries(look.portrait).flatMap(([part, value]) =>
    isRefused(value) ? [{ part, because: shown(value.refused) }] : [],
  );
  const values = variables.ok ? Object.entries(variables.value) : [];
  return {
    portrait: {
      ...{ readAt, tookMilliseconds, refused, growth },
      variables: Object.fromEntries(values.map(([name, value]) => [shown(name), shown(value)])),
      accounts: (accounts.ok ? accounts.value : []).map(({ user, host, plugin, locked, global }) => ({
        ...{ user: shown(user), host: shown(host), plugin: shown(plugin), locked, global: global.map(shown) },
      })),
      schemas: (schemas.ok ? schemas.value : []).map(({ name, characterSet, collation, tables }) => ({
        ...{ name: shown(name), characterSet: shown(characterSet), collation: shown(collation), tables },
      })),
    },
  };
}

const isRefused = (value: unknown): value is { readonly ok: false; readonly refused: string } =>
  typeof value === 'object' && value !== null && 'ok' in value && value.ok === false;

/** @throws ProblemError INSTANCE_NOT_FOUND, NOT_AN_OPERATOR */
export async function listChanges(
  { db, metadata }: ViewParts,
  actor: Actor,
  instanceId: string,
  query: PageQuery & { readonly part?: PortraitChange['part'] | undefined },
): Promise<Page<PortraitChange>> {
  requireAllowed(mayChangeMetadata(actor));
  await metadata.getInstance(db, instanceId);
  return readPage<PortraitChange, PortraitChange>(
    query,
    (after, limit) => pagePortraitChanges(db, instanceId, after, limit, query.part),
    ({ at, id }) => ({ createdAt: at, id }),
    (change) => change,
  );
}
