import { Problem } from '@myriad/contract';
import { hostForm } from './hosts.ts';
import type { Proof } from './open-proof.ts';
import { deployForm, type Form, preview, refusalOf, submit } from './tickets.ts';

interface Malformed {
  readonly what: string;
  readonly path: string;
  readonly send: () => Promise<Problem>;
}

const deploy: readonly (readonly [field: string, given: Form])[] = [
  ['name', { name: '' }],
  ['name', { name: 'Orders; DROP' }],
  ['name', { name: '../../etc' }],
  ['name', { name: 17 }],
  ['flavor', { flavor: 'oracle' }],
  ['topology', { topology: 'ring' }],
  ['replicas', { replicas: 0 }],
  ['replicas', { replicas: 1.5 }],
  ['hostIds', { hostIds: 'lab-1' }],
  ['hostIds.0', { hostIds: [null] }],
  ['port', { port: 80 }],
  ['port', { port: '3306' }],
  ['memoryMib', { memoryMib: -1 }],
  ['environment', { environment: '' }],
  ['fixed.pageSize', { fixed: { pageSize: 1000 } }],
  ['fixed.timeZone', { fixed: { timeZone: 'Asia/Shanghai\n[mysqld]' } }],
  ['fixed.characterSet', { fixed: { characterSet: 'utf8mb4; rm' } }],
  ['fixed.lowerCaseTableNames', { fixed: { lowerCaseTableNames: 2 } }],
];

const stop: readonly (readonly [field: string, given: Form])[] = [
  ['clusterId', {}],
  ['clusterId', { clusterId: 'a', instanceId: 'b' }],
  ['clusterId', { clusterId: 1 }],
  ['clusterId', { clusterId: null }],
  ['clusterId', { clusterId: ['a'] }],
  ['instanceId', { instanceId: 1 }],
  ['instanceId', { instanceId: {} }],
  ['instanceId', { instanceId: null }],
  ['force', { clusterId: 'a', force: 'yes' }],
  ['force', { clusterId: 'a', force: 1 }],
];

const host: readonly (readonly [field: string, given: Form])[] = [
  ['name', { name: '' }],
  ['name', { name: 'lab 9' }],
  ['name', { name: '-x' }],
  ['address', { address: '' }],
  ['address', { address: 7 }],
  ['zone', { zone: '' }],
  ['baseDirectory', { baseDirectory: 'relative/m' }],
  ['baseDirectory', { baseDirectory: '/m; rm -rf /' }],
  ['baseDirectory', { baseDirectory: '/srv/../etc' }],
  ['ssh', { ssh: 'root@there' }],
  ['ssh.port', { ssh: { port: 70_000 } }],
  ['ssh.user', { ssh: { user: '' } }],
  ['ssh.jumps', { ssh: { jumps: 'bastion' } }],
];

const user: readonly (readonly [field: string, given: Form])[] = [
  ['name', { name: '' }],
  ['name', { name: 'x'.repeat(65) }],
  ['name', { name: null }],
  ['password', { password: 'short' }],
  ['password', { password: 'x'.repeat(201) }],
  ['password', { password: 123_456_789_012 }],
  ['roles', { roles: [] }],
  ['roles', { roles: 'dba' }],
  ['roles.0', { roles: ['root'] }],
  ['roles.1', { roles: ['dba', 7] }],
];

/** Wrong inputs of each form, each with the field its refusal must name. */
export function malformed(proof: Proof): readonly Malformed[] {
  const { url, people, hosts } = proof;
  const post = async (path: string, body: unknown): Promise<Problem> => {
    const headers = { authorization: `Bearer ${people.administrator.token}`, 'content-type': 'application/json' };
    const answer = await fetch(`${url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    return Problem.parse(await answer.json());
  };
  const [first] = hosts;
  const goodHost = first ? { ...hostForm(first.machine, first.way), name: 'lab-9' } : {};
  const goodUser = { name: 'nobody-yet', password: 'long enough to be taken', roles: ['dba'] };
  const tell = (form: string, given: Form) => `${form} ${JSON.stringify(given)}`;
  const ticket = (kind: string, ask: typeof preview | typeof submit, form: Form) => () =>
    refusalOf(ask(proof, kind, form));
  return [
    ...[preview, submit].flatMap((ask) => [
      ...deploy.map(([path, given]) => ({
        what: tell('deploy', given),
        path,
        send: ticket('resource.new-cluster', ask, deployForm(proof, given)),
      })),
      ...stop.map(([path, given]) => ({
        what: tell('stop', given),
        path,
        send: ticket('service.stop', ask, given),
      })),
    ]),
    ...host.map(([path, given]) => ({
      what: tell('host', given),
      path: `body.${path}`,
      send: () => post('/api/hosts', { ...goodHost, ...given }),
    })),
    ...user.map(([path, given]) => ({
      what: tell('user', given),
      path: `body.${path}`,
      send: () => post('/api/users', { ...goodUser, ...given }),
    })),
  ];
}
