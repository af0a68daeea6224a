import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../log/log.ts';
import type { ValueCodec } from '../secrets/value-codec.ts';
import type { EngineHooks, EngineMaker, TaskEngine } from './engine.ts';
import { loadIdentity } from './restate/identity.ts';
import {
  type EngineAddresses,
  killInvocations,
  registerDeployment,
  removeOtherDeployments,
  sendToObject,
  whenReady,
} from './restate/restate-client.ts';
import { type RestateServer, startRestateServer } from './restate/restate-server.ts';
import { objectKey, serveTaskEndpoint, type TaskEndpoint, taskService } from './restate/task-endpoint.ts';

export interface EmbeddedEngineOptions {
  /** For everything of the engine; may be deleted while it is stopped. */
  readonly folder: string;
  /** Holds the key pair with which the engine proves itself to us. */
  readonly keyFolder: string;
  readonly codec: ValueCodec;
  readonly now: () => number;
  readonly log: Log;
  /** Tells one build from another in the engine's own records. */
  readonly build?: string;
}

const folderLookMilliseconds = 1000;
const firstRestartMilliseconds = 200;
const longestRestartMilliseconds = 5000;
const readyMilliseconds = 20_000;

/** It had started well: whoever ended it did so from outside. */
class DiedEarly extends Error {}

/** Restate as a child process of ours: started, watched, started again when it dies, told afresh what it forgot. */
export const embeddedRestateEngine =
  (options: EmbeddedEngineOptions): EngineMaker =>
  (hooks) => {
    const { log, folder } = options;
    const life = randomUUID();
    let server: RestateServer | undefined;
    let endpoint: TaskEndpoint | undefined;
    let stopping = false;
    let supervision: Promise<void> = Promise.resolve();

    async function bringUp(firstTime: boolean): Promise<RestateServer> {
      const identity = loadIdentity(options.keyFolder);
      endpoint ??= await serveTaskEndpoint(endpointOptions(options, hooks, [identity.publicKey], '127.0.0.1', 0));
      const started = await startRestateServer({ folder, identityFile: identity.file, log });
      let gone = false;
      void started.ended.then(() => {
        gone = true;
      });
      try {
        const uri = uriOf('127.0.0.1', endpoint.port, options.build);
        // One that died meanwhile is not waited for: the next is started at once.
        await introduce(started.addresses, uri, firstTime, log, () => gone);
        return started;
      } catch (error) {
        await started.stop();
        throw gone ? new DiedEarly('the engine answered and then died', { cause: error }) : error;
      }
    }

    async function supervise(current: RestateServer): Promise<void> {
      let running = current;
      while (!stopping) {
        await goneOrFolderLost(running);
        if (stopping) return;
        log.warning('engine is gone, starting it again', { pid: running.pid });
        await running.stop();
        running = await startAgain();
        if (stopping) return running.stop();
        server = running;
        await hooks.onReturned().catch((error: unknown) => log.error('open tasks could not be woken', { error }));
      }
    }

    async function goneOrFolderLost(running: RestateServer): Promise<void> {
      let gone = false;
      const ended = running.ended.then(() => {
        gone = true;
      });
      while (!gone && !stopping && running.hasFolder())
        await Promise.race([ended, sleep(folderLookMilliseconds, undefined, { ref: false })]);
    }

    async function startAgain(): Promise<RestateServer> {
      let wait = firstRestartMilliseconds;
      for (;;) {
        try {
          return await bringUp(false);
        } catch (error) {
          log.error('engine could not be started again', { error });
          if (stopping) throw error;
          // Only what cannot start at all is tried less and less often.
          wait = error instanceof DiedEarly ? firstRestartMilliseconds : Math.min(wait * 2, longestRestartMilliseconds);
          await sleep(wait);
        }
      }
    }

    return {
      start: async () => {
        server = await bringUp(true);
        supervision = supervise(server).catch((error: unknown) => log.error('engine supervision ended', { error }));
      },
      wake: async (taskId, { at, idempotencyKey }) => {
        if (!server) throw new Error('the engine is not started');
        await send(server.addresses, options, objectKey(taskId, life), at, idempotencyKey);
      },
      stop: async () => {
        stopping = true;
        await server?.stop();
        await supervision;
        await endpoint?.close();
      },
    } satisfies TaskEngine;
  };

export interface RemoteEngineOptions extends Omit<EmbeddedEngineOptions, 'folder' | 'keyFolder'> {
  readonly ingressUrl: string;
  readonly adminUrl: string;
  /** Where the engine reaches this server. */
  readonly endpointHost: string;
  readonly endpointPort: number;
  /** Public keys of the cluster's request identity. */
  readonly identityKeys: readonly string[];
}

/** A Restate cluster somebody else runs; this server only registers itself there. */
export const remoteRestateEngine =
  (options: RemoteEngineOptions): EngineMaker =>
  (hooks) => {
    const addresses: EngineAddresses = { ingress: { url: options.ingressUrl }, admin: { url: options.adminUrl } };
    const life = randomUUID();
    let endpoint: TaskEndpoint | undefined;
    return {
      start: async () => {
        const { endpointHost, endpointPort, identityKeys } = options;
        endpoint = await serveTaskEndpoint(endpointOptions(options, hooks, identityKeys, endpointHost, endpointPort));
        await introduce(addresses, uriOf(endpointHost, endpoint.port, options.build), true, options.log);
      },
      wake: (taskId, { at, idempotencyKey }) => send(addresses, options, objectKey(taskId, life), at, idempotencyKey),
      stop: async () => endpoint?.close(),
    } satisfies TaskEngine;
  };

type Shared = Pick<EmbeddedEngineOptions, 'codec' | 'now' | 'log'>;

const endpointOptions = (
  { codec, now, log }: Shared,
  { drive }: EngineHooks,
  identityKeys: readonly string[],
  host: string,
  port: number,
) => ({ drive, now, codec, log, identityKeys, host, port });

/** A path of its own for each build: the engine then knows that the code is another. */
const uriOf = (host: string, port: number, build = 'dev'): string => `http://${host}:${port}/r/${build}`;

/**
 * Registers this server. At the server's first contact whatever an earlier life left in the engine is forgotten: its calls
 * would go to an address that is no more. The store wakes every open task right after. An engine that is still opening its
 * partitions leaves calls out of its answer without a word, so that one may remain: it is in nobody's way (see objectKey).
 */
async function introduce(
  addresses: EngineAddresses,
  uri: string,
  firstTime: boolean,
  log: Log,
  isGone?: () => boolean,
): Promise<void> {
  const id = await whenReady(() => registerDeployment(addresses, uri), readyMilliseconds, isGone);
  if (!firstTime) return;
  const killed = await whenReady(() => killInvocations(addresses, taskService), readyMilliseconds, isGone);
  if (killed > 0) log.info('calls of an earlier life are forgotten, the store wakes what is open', { killed });
  await removeOtherDeployments(addresses, taskService, id);
}

const send = (
  addresses: EngineAddresses,
  { codec, now }: Shared,
  key: string,
  at: number | undefined,
  idempotencyKey: string,
): Promise<void> =>
  sendToObject(addresses, {
    service: taskService,
    key,
    handler: 'drive',
    delayMilliseconds: at === undefined ? 0 : at - now(),
    idempotencyKey,
    body: codec.encode(new Uint8Array()),
  });
