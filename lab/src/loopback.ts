import { randomInt } from 'node:crypto';

/**
 * `count` addresses of 127.0.0.0/8 that no other lab on this machine is likely to have: a random /24 of 56,000 each
 * time. On Linux the whole block answers without being set up.
 */
export function newLoopbackAddresses(count: number): string[] {
  if (count > 250) throw new Error('a lab has at most 250 hosts');
  const network = `127.${randomInt(20, 240)}.${randomInt(0, 256)}`;
  return Array.from({ length: count }, (_, index) => `${network}.${index + 1}`);
}
