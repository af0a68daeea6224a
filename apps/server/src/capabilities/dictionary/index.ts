import './fleet-tables.ts';
import './tables.ts';

export { createDictionary, type Dictionary } from './create-dictionary.ts';
export { dictionaryMigrations } from './migrations.ts';
export { dictionaryRetention } from './retention.ts';
export { serveDictionary } from './routes.ts';
export { tableSizes } from './store/table-sizes.ts';
