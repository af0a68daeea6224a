import type { PoolState, Words } from '@myriad/contract';

/**
 * The resource pool as a table: every legal move, and the only reasons a host moves. A host that was never checked, or failed
 * its check, can never be reserved; one that carries instances leaves `in-use` only when the last of them is gone.
 */
export const poolMoves = {
  'pass-check': { from: ['unchecked', 'failed-check', 'available'], to: 'available' },
  'fail-check': { from: ['unchecked', 'failed-check', 'available'], to: 'failed-check' },
  reserve: { from: ['available'], to: 'reserved' },
  /** Further instances on a host that carries some already: the host stays where it is. */
  'reserve-again': { from: ['in-use'], to: 'in-use' },
  release: { from: ['reserved'], to: 'available' },
  use: { from: ['reserved', 'in-use'], to: 'in-use' },
  'give-back': { from: ['in-use', 'reserved'], to: 'available' },
  'take-out': { from: ['unchecked', 'failed-check', 'available'], to: 'out-of-service' },
  /** Back from out of service it must be checked again. */
  'bring-back': { from: ['out-of-service'], to: 'unchecked' },
} as const satisfies Record<string, { from: readonly PoolState[]; to: PoolState }>;

export type PoolMove = keyof typeof poolMoves;

/** The state after the move, or undefined where it is not legal. */
export function poolStateAfter(state: PoolState, move: PoolMove): PoolState | undefined {
  const { from, to } = poolMoves[move];
  return (from as readonly PoolState[]).includes(state) ? to : undefined;
}

export const poolStateWords: Readonly<Record<PoolState, Words>> = {
  unchecked: { en: 'unchecked', zh: '未检查' },
  'failed-check': { en: 'failed the check', zh: '检查未通过' },
  available: { en: 'available', zh: '可用' },
  reserved: { en: 'reserved', zh: '已预留' },
  'in-use': { en: 'in use', zh: '使用中' },
  'out-of-service': { en: 'out of service', zh: '停用' },
};
