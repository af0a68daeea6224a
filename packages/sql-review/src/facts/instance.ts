/** State of the instance a change will run on. */
export interface InstanceFacts {
  /** Global variables, names in lower case, values as SHOW VARIABLES prints them. */
  readonly variables?: Readonly<Record<string, string>>;
  /** Others replicate from it. */
  readonly hasReplicas?: boolean;
  readonly groupReplication?: boolean;
  readonly transactions?: readonly OpenTransaction[];
  readonly freeDiskBytes?: number;
  readonly uptimeSeconds?: number;
  /** Seconds the slowest replica is behind. */
  readonly lagSeconds?: number;
  /** Sessions running now. */
  readonly runningThreads?: number;
  /** Plug-ins of authentication that accounts use, in lower case. */
  readonly authPlugins?: readonly string[];
}

export interface OpenTransaction {
  readonly seconds: number;
  /** Tables it holds a metadata lock on, in lower case: `orders`, `shop.orders`. */
  readonly tables: readonly string[];
  /** The server does not tell which tables it holds: any of them. */
  readonly isAnywhere?: boolean;
  /** As the process list numbers it. */
  readonly session?: number;
  readonly user?: string;
  readonly host?: string;
}

/** A variable, in capitals; `undefined` when nobody asked the server. */
export const variableOf = (instance: InstanceFacts | undefined, name: string): string | undefined =>
  instance?.variables?.[name]?.toUpperCase();

export const isOn = (instance: InstanceFacts | undefined, name: string): boolean | undefined => {
  const value = variableOf(instance, name);
  return value === undefined ? undefined : value === 'ON' || value === '1';
};
