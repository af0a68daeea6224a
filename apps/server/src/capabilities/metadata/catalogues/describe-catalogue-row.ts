import { inTransaction } from '../../../platform/database/in-transaction.ts';
import type { Reader } from '../../../platform/database/schema.ts';
import { ProblemError } from '../../../platform/http/problem-error.ts';
import { type Actor, requireAllowed } from '../../../platform/policy/decision.ts';
import { changedFields } from '../changed-fields.ts';
import type { MetadataParts, Note } from '../parts.ts';
import { mayChangeMetadata } from '../policy.ts';
import type { CatalogueKind } from '../records.ts';
import { countUses, deleteCatalogueRow, selectCatalogue, writeCatalogueRow } from '../store/catalogue.ts';
import { selectQuotas } from '../store/quotas.ts';
import { type CatalogueRows, catalogueWords, undescribed } from './catalogue.ts';

export type CatalogueView<Kind extends CatalogueKind> = CatalogueRows[Kind] & {
  readonly described: boolean;
  readonly uses: number;
};

/** What is described, and what is in use without a description, by name. */
export async function listCatalogue<Kind extends CatalogueKind>(
  db: Reader,
  kind: Kind,
): Promise<CatalogueView<Kind>[]> {
  const described: readonly CatalogueRows[Kind][] = await selectCatalogue[kind](db);
  const uses = await countUses(db, kind);
  const known = new Set(described.map(({ name }) => name));
  const rows = described.map((row) => ({ ...row, described: true, uses: uses.get(row.name) ?? 0 }));
  const others = [...uses]
    .filter(([name]) => !known.has(name))
    // `undescribed` holds every column of the kind but the name; the types of a mapped kind do not say so.
    .map(
      ([name, count]) =>
        ({ ...undescribed[kind], name, described: false, uses: count }) as unknown as CatalogueView<Kind>,
    );
  return [...rows, ...others].sort((a, b) => (a.name < b.name ? -1 : 1));
}

export async function getCatalogueRow<Kind extends CatalogueKind>(
  db: Reader,
  kind: Kind,
  name: string,
): Promise<CatalogueView<Kind>> {
  const row = (await listCatalogue(db, kind)).find((each) => each.name === name);
  if (!row) throw new ProblemError('CATALOGUE_ROW_NOT_FOUND', { kind: catalogueWords[kind], name });
  return row;
}

/** Adds a row of a catalogue, or changes it. */
export async function describeCatalogueRow<Kind extends CatalogueKind>(
  { db, metadata }: MetadataParts,
  actor: Actor,
  kind: Kind,
  row: CatalogueRows[Kind],
  note: Note,
): Promise<CatalogueView<Kind>> {
  requireAllowed(mayChangeMetadata(actor));
  return inTransaction(db, async (tx) => {
    const rows: readonly CatalogueRows[Kind][] = await selectCatalogue[kind](tx);
    const before = rows.find(({ name }) => name === row.name);
    await writeCatalogueRow[kind](tx, row);
    const fields = before ? changedFields(before, row) : [{ field: 'created', before: null, after: row }];
    await metadata.remember(tx, { entity: kind, entityId: row.name, fields }, { kind: 'person', id: actor.id });
    await note(tx, `${kind}/${row.name}`);
    return getCatalogueRow(tx, kind, row.name);
  });
}

/** Only what nothing speaks of any more. */
export async function removeCatalogueRow(
  { db, metadata }: MetadataParts,
  actor: Actor,
  kind: CatalogueKind,
  name: string,
  note: Note,
): Promise<void> {
  requireAllowed(mayChangeMetadata(actor));
  await inTransaction(db, async (tx) => {
    const { described, uses, ...before } = await getCatalogueRow(tx, kind, name);
    const quotas = kind === 'environment' ? (await selectQuotas(tx, { environment: name })).length : 0;
    const count = uses + quotas;
    if (count > 0) throw new ProblemError('CATALOGUE_ROW_IN_USE', { kind: catalogueWords[kind], name, count });
    await deleteCatalogueRow(tx, kind, name);
    const fields = [{ field: 'removed', before, after: null }];
    await metadata.remember(tx, { entity: kind, entityId: name, fields }, { kind: 'person', id: actor.id });
    await note(tx, `${kind}/${name}`);
  });
}
