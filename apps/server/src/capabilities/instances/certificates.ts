import { takesEcCertificate } from '@myriad/mysql';
import type { SeatInput } from './seat.ts';
import { versionOf } from './server-package.ts';

/** Whether a new instance is given a certificate of the platform, or keeps what it makes for itself. */
export const certificateFor = (seat: Pick<SeatInput, 'flavor' | 'version'>): 'platform' | 'own' =>
  takesEcCertificate(versionOf(seat)) ? 'platform' : 'own';

/** How it may be reached: a replica compares with the address it was told, people may use the name of the host. */
export const certificateNames = ({ address, name }: Pick<SeatInput, 'address' | 'name'>): readonly string[] => {
  const host = name.slice(0, name.lastIndexOf(':'));
  return [...new Set([address, ...(/^[A-Za-z0-9.-]+$/.test(host) ? [host] : [])])];
};
