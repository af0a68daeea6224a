import type { Endpoint } from '../packages/contract/src/endpoint.ts';
import * as contract from '../packages/contract/src/index.ts';
import type { ProblemKind } from '../packages/contract/src/problem.ts';

const isEndpoint = (value: unknown): value is Endpoint =>
  typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'response' in value;

/** Every endpoint the contract exports, by address. */
export function listEndpoints(): readonly Endpoint[] {
  const found = Object.values(contract as Record<string, unknown>).filter(isEndpoint);
  return found.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** All problem codes, whichever file of the contract defines them. */
export function listProblems(): Readonly<Record<string, ProblemKind>> {
  const catalogues = Object.entries(contract as Record<string, unknown>).filter(([name]) => name.endsWith('Problems'));
  const all = Object.assign({}, ...catalogues.map(([, catalogue]) => catalogue)) as Record<string, ProblemKind>;
  return Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1)));
}
