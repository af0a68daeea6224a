import * as contract from '@myriad/contract';
import { readPage } from '../../platform/database/page.ts';
import type { Db } from '../../platform/database/schema.ts';
import type { Http } from '../../platform/http/http.ts';
import { serveEndpoint } from '../../platform/http/serve-endpoint.ts';
import type { Actor } from '../../platform/policy/decision.ts';
import { findUser } from '../auth/index.ts';
import { createApplication } from './create-application.ts';
import type { Metadata } from './metadata.ts';
import { pageByName } from './page-by-name.ts';
import { mayChangeMetadata } from './policy.ts';
import type { Change } from './records.ts';

/** Who only asks for things sees that a host changed and when, not how to get into it. */
const viewChange =
  (actor: Actor) =>
  ({ field, before, after, at, source, entity, entityId }: Change) => {
    const shown = entity !== 'host' || mayChangeMetadata(actor).allowed;
    return {
      name: field,
      value: shown ? after : null,
      before: shown ? before : null,
      at,
      source: source.kind,
      sourceId: source.id,
      entity,
      entityId,
    };
  };

export interface MetadataParts {
  readonly db: Db;
  readonly metadata: Metadata;
  /** What a person is called; default: asked of the users. */
  readonly findPerson?: (db: Db, id: string) => Promise<{ readonly id: string; readonly name: string } | undefined>;
}

/** Hangs the applications and the change history on the server. */
export function serveMetadata(http: Http, parts: MetadataParts): void {
  const { db, metadata, findPerson = findUser } = parts;
  serveEndpoint(http, contract.listApplications, async ({ query }) =>
    pageByName(await metadata.listApplications(db), query),
  );
  serveEndpoint(http, contract.createApplication, ({ actor, body, audit }) =>
    createApplication(parts, actor, body, (tx, { id }) => audit(tx, { resource: `application/${id}` })),
  );
  serveEndpoint(http, contract.listChanges, async ({ actor, query }) => {
    const page = await readPage(
      query,
      (after, limit) =>
        metadata.listChanges(db, { entity: query.entity, entityId: query.entityId, before: after?.id, limit }),
      ({ at, id }) => ({ createdAt: at, id }),
      viewChange(actor),
    );
    return { ...page, items: await withNames((id) => findPerson(db, id), page.items) };
  });
}

/** A person's id says nothing to people: their name stands beside it, also when they are disabled. */
async function withNames<Item extends { readonly source: string; readonly sourceId?: string | undefined }>(
  findPerson: (id: string) => Promise<{ readonly id: string; readonly name: string } | undefined>,
  items: readonly Item[],
): Promise<(Item & { sourceName?: string })[]> {
  const ids = new Set(items.flatMap(({ source, sourceId }) => (source === 'person' && sourceId ? [sourceId] : [])));
  const people = await Promise.all([...ids].map(findPerson));
  const names = new Map(people.flatMap((person) => (person ? [[person.id, person.name]] : [])));
  return items.map((item) => {
    const name = item.source === 'person' ? names.get(item.sourceId ?? '') : undefined;
    return name === undefined ? item : { ...item, sourceName: name };
  });
}
