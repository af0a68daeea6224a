import type { Reader, Tx } from '../database/schema.ts';

/**
 * The secrets box: AES-256-GCM, key id in each record's header, keys from a key file or the environment.
 * A value leaves it only into the hand that needs it (an SSH hop, a MySQL login); never into a log, journal, answer or argument.
 */
export interface Secrets {
  put(
    tx: Tx,
    secret: {
      readonly kind: 'ssh-key' | 'password' | 'tls-key' | 'other';
      readonly label: string;
      readonly value: string;
    },
  ): Promise<string>;
  read(db: Reader, id: string): Promise<string>;
  /** Undefined where it is not kept any more; what cannot be read throws as `read` does. */
  find(db: Reader, id: string): Promise<string | undefined>;
  remove(tx: Tx, id: string): Promise<void>;
}
