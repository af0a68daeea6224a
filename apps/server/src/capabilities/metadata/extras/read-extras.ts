import type { Reader } from '../../../platform/database/schema.ts';
import type { Metadata } from '../metadata.ts';
import type { EntityKind } from '../records.ts';
import { selectCustomFields, selectCustomValues, selectLabels } from '../store/extras.ts';
import { shownCustomValue } from './custom-field.ts';

export interface Extras {
  readonly labels: Readonly<Record<string, string>>;
  /** By the field's name; a field without a value is left out. */
  readonly fields: Readonly<Record<string, string | number>>;
}

/** Labels and custom fields of one record. */
export async function readExtras(db: Reader, entity: EntityKind, id: string): Promise<Extras> {
  const [labels, definitions, values] = [
    await selectLabels(db, entity, id),
    await selectCustomFields(db, entity),
    await selectCustomValues(db, id),
  ];
  const fields = definitions.flatMap((field) => {
    const text = values.get(field.id);
    return text === undefined ? [] : [[field.name, shownCustomValue(field, text)] as const];
  });
  return { labels, fields: Object.fromEntries(fields) };
}

type Lookup = Pick<Metadata, 'getHost' | 'getInstance' | 'getCluster' | 'getApplication'>;

/** @throws ProblemError HOST_NOT_FOUND, INSTANCE_NOT_FOUND … */
export async function requireEntity(metadata: Lookup, db: Reader, entity: EntityKind, id: string): Promise<void> {
  if (entity === 'host') await metadata.getHost(db, id);
  else if (entity === 'instance') await metadata.getInstance(db, id);
  else if (entity === 'cluster') await metadata.getCluster(db, id);
  else await metadata.getApplication(db, id);
}
