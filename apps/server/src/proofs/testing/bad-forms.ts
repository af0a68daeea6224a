import type { Proof } from './open-proof.ts';
import {
  all,
  baseAt,
  cut,
  foreignData,
  hostAt,
  leadElsewhere,
  listenOn,
  outOfService,
  port,
  type Spoil,
  takeKeyAway,
  takenPort,
} from './spoils.ts';
import { deployForm, type Form } from './tickets.ts';

export interface Case {
  readonly name: string;
  readonly form?: (proof: Proof) => Form;
  readonly spoil?: Spoil;
  /** Which field each refusal names, and what its sentence must say. */
  readonly refusals: readonly (readonly [path: string, says: RegExp])[];
}

export const with_ = (given: Form) => (proof: Proof) => deployForm(proof, { name: 'wanted', port, ...given });
export const fixed = (given: Form) => with_({ fixed: given });

export const cases: readonly Case[] = [
  { name: 'an unreachable host', spoil: cut, refusals: [['hostIds', /lab-2:\d+: the host cannot be looked at/]] },
  { name: 'a key the host no longer takes', spoil: takeKeyAway, refusals: [['hostIds', /lab-2:.*was not let in/]] },
  { name: 'a changed host key', spoil: leadElsewhere, refusals: [['hostIds', /host key.*Compare the host key/is]] },
  { name: 'a port a foreign process has', spoil: listenOn(1), refusals: [['port', /already listens on port \d+/]] },
  {
    name: 'a port a recorded instance has',
    form: (proof) => with_({ port: takenPort, hostIds: [hostAt(proof, 0).id, hostAt(proof, 1).id] })(proof),
    refusals: [['port', /lab-1:\d+ already has an instance/]],
  },
  {
    name: 'a data directory that is not ours',
    spoil: foreignData,
    refusals: [['hostIds', /is there already and is not empty.*never deletes it/s]],
  },
  { name: 'another flavour than the package', form: with_({ flavor: 'mariadb' }), refusals: [['packageId', /mysql/]] },
  { name: 'another version than the package', form: with_({ version: '5.7.44' }), refusals: [['version', /5\.7\.44/]] },
  {
    name: 'a version nobody registered',
    form: with_({ packageId: undefined, flavor: 'mysql', version: '5.5.1' }),
    refusals: [['packageId', /not in the library/]],
  },
  { name: 'a cluster name in use', form: with_({ name: 'orders' }), refusals: [['name', /already called orders/]] },
  {
    name: 'the same host twice',
    form: (proof) => with_({ hostIds: [hostAt(proof, 1).id, hostAt(proof, 1).id] })(proof),
    refusals: [['hostIds', /chosen twice/]],
  },
  {
    name: 'too few hosts chosen',
    form: (proof) => with_({ hostIds: [hostAt(proof, 1).id] })(proof),
    refusals: [['hostIds', /2 hosts are needed, 1 /]],
  },
  {
    name: 'too few hosts in the pool',
    form: with_({ hostIds: undefined, replicas: 5 }),
    refusals: [['hostIds', /6 hosts are needed, \d /]],
  },
  {
    name: 'a host nobody knows',
    form: (proof) => with_({ hostIds: ['nobody', hostAt(proof, 1).id] })(proof),
    refusals: [['hostIds', /no host nobody/]],
  },
  { name: 'a host out of service', spoil: outOfService, refusals: [['hostIds', /lab-2 is out of service/]] },
  {
    name: 'more memory than there is',
    form: with_({ memoryMib: 4_194_304 }),
    refusals: [
      ['memoryMib', /lab-1:.*the host has/],
      ['memoryMib', /lab-2:.*the host has/],
    ],
  },
  {
    name: 'a base directory nobody may write',
    spoil: baseAt('/proc/m'),
    refusals: [
      ['hostIds', /cannot be written/],
      ['hostIds', /0\.0 GiB free/],
    ],
  },
  {
    name: 'a base directory too deep for a socket',
    spoil: baseAt(`/tmp/${'deep/'.repeat(20)}m`),
    refusals: [['hostIds', /socket path would be \d+ bytes/]],
  },
  {
    name: 'an application nobody knows',
    form: with_({ applicationId: 'nobody' }),
    refusals: [['applicationId', /application/]],
  },
  {
    name: 'an unknown character set',
    form: fixed({ characterSet: 'klingon' }),
    refusals: [['fixed.characterSet', /klingon/]],
  },
  {
    name: 'a collation of another character set',
    form: fixed({ characterSet: 'utf8mb4', collation: 'latin1_swedish_ci' }),
    refusals: [['fixed.collation', /latin1_swedish_ci/]],
  },
  {
    name: 'an unknown sql_mode',
    form: fixed({ sqlMode: 'STRICT_TRANS_TABLES,NO_FUN' }),
    refusals: [['fixed.sqlMode', /NO_FUN/]],
  },
  { name: 'a time zone the server refuses', form: fixed({ timeZone: '+14:30' }), refusals: [['fixed.timeZone', /./]] },
  {
    name: 'everything at once',
    form: (proof) =>
      deployForm(proof, {
        name: 'orders',
        port,
        replicas: 2,
        hostIds: proof.hosts.map(({ id }) => id),
        memoryMib: 4_194_304,
        version: '5.7.44',
        fixed: { characterSet: 'klingon' },
      }),
    spoil: all(cut, listenOn(2)),
    refusals: [
      ['name', /already called orders/],
      ['version', /5\.7\.44/],
      ['fixed.characterSet', /klingon/],
      ['hostIds', /lab-2:\d+: the host cannot be looked at/],
      ['port', /lab-3:\d+: something already listens/],
      ['memoryMib', /lab-1:.*the host has/],
      ['memoryMib', /lab-3:.*the host has/],
    ],
  },
];
