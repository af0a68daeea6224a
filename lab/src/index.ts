export * from './trees.ts';
