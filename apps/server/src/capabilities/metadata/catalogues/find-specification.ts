import type { Reader } from '../../../platform/database/schema.ts';
import { selectCatalogue } from '../store/catalogue.ts';
import type { SpecificationRow } from './catalogue.ts';

/** A size that is described: one only in use has no measures. */
export const findSpecification = async (db: Reader, name: string): Promise<SpecificationRow | undefined> =>
  (await selectCatalogue.specification(db)).find((row) => row.name === name);

/** Those that are described, by name. */
export const listSpecifications = (db: Reader): Promise<readonly SpecificationRow[]> =>
  selectCatalogue.specification(db);
