import { request } from 'node:http';

/** Where one side of the engine listens. */
export type Address = { readonly socketPath: string } | { readonly url: string };

export class EngineError extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.name = 'EngineError';
    this.status = status;
  }
}

const callMilliseconds = 10_000;

interface Call {
  readonly method: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/** One HTTP call to the engine; the answer's text. Throws EngineError for any status above 299. */
export function callEngine(address: Address, call: Call): Promise<string> {
  const target =
    'url' in address
      ? { ...urlParts(address.url), path: call.path }
      : { socketPath: address.socketPath, path: call.path, host: 'localhost' };
  return new Promise((resolve, reject) => {
    const req = request(
      { ...target, method: call.method, headers: call.headers ?? {}, timeout: callMilliseconds },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8');
          const status = response.statusCode ?? 0;
          if (status < 300) resolve(text);
          else reject(new EngineError(status, `engine answered ${status} to ${call.method} ${call.path}: ${text}`));
        });
      },
    );
    req.on('timeout', () => req.destroy(new EngineError(0, `engine did not answer ${call.method} ${call.path}`)));
    req.on('error', reject);
    req.end(call.body);
  });
}

function urlParts(url: string) {
  const { protocol, hostname, port } = new URL(url);
  return { protocol, host: hostname, port };
}

export interface EngineAddresses {
  readonly admin: Address;
  readonly ingress: Address;
}

export async function isHealthy({ admin, ingress }: EngineAddresses): Promise<boolean> {
  try {
    await callEngine(admin, { method: 'GET', path: '/health' });
    await callEngine(ingress, { method: 'GET', path: '/restate/health' });
    return true;
  } catch {
    return false;
  }
}

/** Repeats what a just started engine cannot do yet: it answers health before every part of it is up. */
export async function whenReady<T>(
  work: () => Promise<T>,
  milliseconds: number,
  isGone: () => boolean = () => false,
): Promise<T> {
  const deadline = performance.now() + milliseconds;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      const early = !(error instanceof EngineError) || error.status >= 500;
      if (!early || isGone() || performance.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

const json = { 'content-type': 'application/json', accept: 'application/json' };

/** Makes the engine send calls to `uri` from now on; safe to repeat. Returns the deployment's id. */
export async function registerDeployment({ admin }: EngineAddresses, uri: string): Promise<string> {
  const body = JSON.stringify({ uri, force: true });
  const answer = await callEngine(admin, { method: 'POST', path: '/deployments', headers: json, body });
  return String((JSON.parse(answer) as { id: unknown }).id);
}

/** Forgets whatever the engine holds of this service from earlier lives: the store wakes what is still open. */
export async function killInvocations({ admin }: EngineAddresses, service: string): Promise<number> {
  const query = `select id from sys_invocation where target_service_name = '${service}' and status <> 'completed'`;
  const answer = await callEngine(admin, {
    method: 'POST',
    path: '/query',
    headers: json,
    body: JSON.stringify({ query }),
  });
  const { rows } = JSON.parse(answer) as { rows: readonly { id: string }[] };
  for (const { id } of rows)
    await callEngine(admin, { method: 'PATCH', path: `/invocations/${id}/kill` }).catch(ignoreGone);
  return rows.length;
}

function ignoreGone(error: unknown): void {
  // It ended between the question and the kill.
  if (!(error instanceof EngineError) || (error.status !== 404 && error.status !== 409)) throw error;
}

/** Removes every deployment that serves this service but the given one. */
export async function removeOtherDeployments(
  { admin }: EngineAddresses,
  service: string,
  keepId: string,
): Promise<void> {
  const answer = await callEngine(admin, { method: 'GET', path: '/deployments', headers: json });
  const { deployments } = JSON.parse(answer) as {
    deployments: readonly { id: string; services: readonly { name: string }[] }[];
  };
  for (const { id, services } of deployments) {
    if (id === keepId || !services.some(({ name }) => name === service)) continue;
    await callEngine(admin, { method: 'DELETE', path: `/deployments/${id}?force=true` }).catch(ignoreGone);
  }
}

/** One-way call of an object's handler, now or after a delay; the same key twice is one call. */
export async function sendToObject(
  { ingress }: EngineAddresses,
  send: {
    readonly service: string;
    readonly key: string;
    readonly handler: string;
    readonly delayMilliseconds: number;
    readonly idempotencyKey: string;
    readonly body: Uint8Array;
  },
): Promise<void> {
  const delay = send.delayMilliseconds > 0 ? `?delay=${Math.ceil(send.delayMilliseconds)}ms` : '';
  await callEngine(ingress, {
    method: 'POST',
    path: `/${send.service}/${encodeURIComponent(send.key)}/${send.handler}/send${delay}`,
    headers: { 'idempotency-key': send.idempotencyKey, 'content-type': 'application/json' },
    body: send.body,
  });
}
