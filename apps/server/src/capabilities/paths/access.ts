import type { Hop, HostSession, MysqlSession } from '@myriad/paths';
import type { AccountRecord } from '../metadata/index.ts';

/**
 * The door of the paths slice: chooses the way to a host or an instance (the target's list, in order, first that opens),
 * fetches the secrets, opens, keeps connections and limits them per target. Step bodies get it as a port named `access`.
 */
export interface Access {
  /** `via` of the step context may be handed in as `onPath`. */
  openHost(hostId: string, options?: OpenOptions): Promise<HostSession>;
  /**
   * Through the host's path (tunnelled) to the instance, with the account the cluster keeps for that purpose. A host known
   * only by its address has no path: then straight from here. `direct`: straight from here too where the account may be
   * used from anywhere, since a tunnel kept open costs an SSH connection.
   */
  openInstance(
    instanceId: string,
    options: OpenOptions & { readonly as: AccountRecord['purpose']; readonly direct?: boolean },
  ): Promise<MysqlSession>;
  /**
   * Through the host's path to a server there that metadata keeps no account for yet, e.g. over the socket of a freshly
   * initialised instance. Never kept for reuse: closed with the session.
   */
  openMysqlAt(
    hostId: string,
    hop: Omit<Extract<Hop, { kind: 'mysql' }>, 'kind'>,
    options?: OpenOptions,
  ): Promise<MysqlSession>;
}

export interface OpenOptions {
  readonly signal?: AbortSignal;
  readonly onPath?: (path: string, hops: readonly { readonly name: string; readonly milliseconds: number }[]) => void;
}

/** What steps that touch a host or a MySQL ask of the runner. */
export interface AccessPorts {
  readonly access: Access;
}
