export { cacheFolder } from './cache-folder.ts';
export { type EnsureTreeOptions, ensureTree } from './trees/ensure-tree.ts';
export type { Flavor } from './trees/recipes.ts';
export { architecture, type MissingTree, type ServerTree } from './trees/tree.ts';
