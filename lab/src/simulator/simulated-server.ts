/** What goes wrong with a server, from the first byte to the last. */
export type Hostility =
  /** Speaks HTTP. */
  | 'wrong-protocol'
  /** Takes the connection and says nothing. */
  | 'silent'
  /** Greets, takes the login, says nothing more. */
  | 'hangs-after-handshake'
  /** Lets in, answers no statement. */
  | 'hangs-on-statement'
  /** Rows without end. */
  | 'huge-answer'
  /** One packet that claims 16 MB after another. */
  | 'huge-packet'
  /** Names with quotes, HTML, line breaks and text from right to left. */
  | 'hostile-names'
  | 'invalid-utf8'
  /** Ten years ahead. */
  | 'clock-off'
  /** The second statement of each look is refused. */
  | 'denied-half-way'
  /** Closes after the first statement of each look. */
  | 'dies-mid-sweep'
  /** Resets every connection at once. */
  | 'resets'
  /** A byte at a time. */
  | 'slow-drip'
  | 'refuses-login'
  | 'too-many-connections'
  /** Numbers that are no numbers, columns that are missing. */
  | 'nonsense';

/** One scripted server, as small as it can be: there are ten thousand of them. */
export interface SimulatedServer {
  readonly index: number;
  readonly address: string;
  readonly port: number;
  readonly cluster: number;
  flavor: 'mysql' | 'mariadb';
  /** As the server says it, e.g. `8.4.3` or `10.11.8-MariaDB-log`. */
  version: string;
  serverId: number;
  serverUuid: string;
  /** Epoch ms. */
  startedAt: number;
  readOnly: boolean;
  /** Whom it replicates from; null: nobody. */
  source: { readonly address: string; readonly port: number; readonly uuid: string; readonly serverId: number } | null;
  receiver: 'Yes' | 'Connecting' | 'No';
  applier: 'Yes' | 'No';
  /** null: not known. */
  lagSeconds: number | null;
  /** Transactions a second; GTIDs advance with the time, without a timer. */
  rate: number;
  hostility: Hostility | null;
  /** Shows the parameters by which a cloud service is known. */
  hosting?: 'rds';
  /** false: nothing listens, as far as a client can tell. */
  up: boolean;
}

/** The cluster's own UUID: what its primary writes under. */
export const clusterUuid = (cluster: number): string => uuidOf(0xc0000000 + cluster);

export const uuidOf = (n: number): string => `${n.toString(16).padStart(8, '0')}-5a5a-11f0-8000-0242ac110002`;

export interface FleetShape {
  readonly servers: number;
  readonly clusters: number;
  /** First address; the others follow. Default 127.80.0.1. */
  readonly firstAddress?: string;
  readonly port: number;
  readonly startedAt: number;
}

/** Servers spread over clusters one after another: the first of each is its primary, the others replicate from it. */
export function makeFleet({
  servers,
  clusters,
  firstAddress = '127.80.0.1',
  port,
  startedAt,
}: FleetShape): SimulatedServer[] {
  const first = numberOf(firstAddress);
  const fleet: SimulatedServer[] = [];
  for (let index = 0; index < servers; index++) {
    const cluster = index % clusters;
    const primary = fleet[cluster];
    const mariadb = cluster % 5 === 4;
    fleet.push({
      index,
      address: addressOf(first + index),
      port,
      cluster,
      flavor: mariadb ? 'mariadb' : 'mysql',
      version: mariadb ? '10.11.8-MariaDB-log' : cluster % 3 === 0 ? '8.0.36' : '8.4.3',
      serverId: index + 1,
      serverUuid: mariadb ? '' : uuidOf(index + 1),
      startedAt: startedAt - 86_400_000 - index * 1000,
      readOnly: primary !== undefined,
      source: primary ? { address: primary.address, port, uuid: primary.serverUuid, serverId: primary.serverId } : null,
      receiver: 'Yes',
      applier: 'Yes',
      lagSeconds: 0,
      rate: 1,
      hostility: null,
      up: true,
    });
  }
  return fleet;
}

const numberOf = (address: string): number =>
  address.split('.').reduce((number, part) => number * 256 + Number(part), 0);

const addressOf = (number: number): string =>
  [24, 16, 8, 0].map((shift) => Math.floor(number / 2 ** shift) % 256).join('.');
