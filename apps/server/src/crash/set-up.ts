import {
  type Client,
  checkHost,
  completeFirstRun,
  createClient,
  createToken,
  createUser,
  registerHost,
  signIn,
} from '@myriad/contract';
import type { LabHost } from '@myriad/lab';

/** One who asks and one who approves, as on the first day of an installation. */
export async function makePeople(baseUrl: string, firstRunToken: string) {
  const anybody = createClient({ baseUrl });
  const admin = { name: 'admin', password: 'a password of the lab' };
  const other = { name: 'dora', password: 'another one of the lab' };
  await anybody.call(completeFirstRun, { body: { token: firstRunToken, ...admin } });
  const requester = await clientFor(baseUrl, admin);
  await requester.call(createUser, { body: { ...other, roles: ['dba'] } });
  return { requester, approver: await clientFor(baseUrl, other) };
}

async function clientFor(baseUrl: string, person: { name: string; password: string }): Promise<Client> {
  const response = await fetch(`${baseUrl}${signIn.path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: baseUrl },
    body: JSON.stringify(person),
  });
  const cookie = response.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
  const session = createClient({ baseUrl, headers: { cookie, origin: baseUrl } });
  const { secret } = await session.call(createToken, { body: { name: 'crash' } });
  return createClient({ baseUrl, headers: { authorization: `Bearer ${secret}` } });
}

/** Registers a lab host and has it checked; its id. */
export async function registerLabHost(client: Client, host: LabHost): Promise<string> {
  const { id } = await client.call(registerHost, {
    body: {
      name: host.name,
      address: host.address,
      zone: 'lab',
      baseDirectory: `${host.root}/m`,
      ssh: {
        address: host.address,
        port: host.sshPort,
        user: host.user,
        privateKey: host.privateKey,
        hostKey: host.hostKeyFingerprint,
      },
    },
  });
  const checked = await client.call(checkHost, { params: { hostId: id }, body: {} });
  if (checked.poolState !== 'available') throw new Error(`host ${host.name}: ${JSON.stringify(checked.check)}`);
  return id;
}
