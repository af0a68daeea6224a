import { createServer, type Http2Server, type ServerHttp2Session } from 'node:http2';
import type { AddressInfo } from 'node:net';
import * as restate from '@restatedev/restate-sdk';
import type { Log } from '../../log/log.ts';
import type { ValueCodec } from '../../secrets/value-codec.ts';
import type { Drive } from '../engine.ts';

export const taskService = 'myriad_task';

/**
 * A life of this server has its own object for each task: a call that an earlier life left behind, and that could not be
 * killed, would hold up the task's object for as long as the engine retries it.
 */
export const objectKey = (taskId: string, life: string): string => `${taskId}@${life}`;
const taskOf = (key: string): string => key.split('@')[0] ?? key;

export interface TaskEndpointOptions {
  readonly drive: Drive;
  readonly now: () => number;
  readonly codec: ValueCodec;
  /** Calls not signed by one of these are refused. */
  readonly identityKeys: readonly string[];
  readonly host: string;
  /** 0 = any free one. */
  readonly port: number;
  readonly log: Log;
}

export interface TaskEndpoint {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * The object `myriad_task`, keyed by task id and life. Its exclusive handler makes one drive and, where that asks for it, sends
 * itself a delayed call. A call that the engine repeats while the first still runs joins the drive: the runner sees to it.
 */
const taskObject = ({ drive, now }: TaskEndpointOptions) =>
  restate.object({
    name: taskService,
    handlers: {
      drive: restate.handlers.object.exclusive(
        {
          // Far above any drive: a call that is cut would only be repeated.
          inactivityTimeout: { hours: 24 },
          abortTimeout: { hours: 1 },
          journalRetention: 0,
          idempotencyRetention: { minutes: 1 },
          // A drive fails when the store is away. Given up at last, the sweep over the store wakes it again.
          retryPolicy: { initialInterval: 200, maxInterval: 10_000, maxAttempts: 30, onMaxAttempts: 'kill' },
        },
        async (context: restate.ObjectContext): Promise<void> => {
          const wakeAt = await context.run('drive', async () => {
            const outcome = await drive(taskOf(context.key));
            return typeof outcome === 'string' ? null : Math.ceil(outcome.wakeAt);
          });
          if (wakeAt === null) return;
          const delay = await context.run('delay', () => Math.max(wakeAt - now(), 0));
          // Drives that ask for the same time share one call, so that pokes do not multiply the chain.
          context
            .objectSendClient<TaskObject>({ name: taskService }, context.key)
            .drive(restate.rpc.sendOpts({ delay, idempotencyKey: `${context.key}:${wakeAt}` }));
        },
      ),
    },
  });

type TaskObject = ReturnType<typeof taskObject>;

/** Serves the object over cleartext HTTP/2. */
export async function serveTaskEndpoint(options: TaskEndpointOptions): Promise<TaskEndpoint> {
  const { codec, log } = options;
  const server: Http2Server = createServer(
    restate.createEndpointHandler({
      services: [taskObject(options)],
      identityKeys: [...options.identityKeys],
      journalValueCodecProvider: async () => ({
        encode: (bytes) => codec.encode(bytes),
        decode: async (bytes) => codec.decode(bytes),
      }),
      logger: ({ level }, message) => {
        if (String(level) === 'error') log.warning('engine endpoint', { message: String(message) });
      },
    }),
  );
  const sessions = new Set<ServerHttp2Session>();
  server.on('session', (session) => {
    sessions.add(session);
    session.on('close', () => sessions.delete(session));
    session.on('error', () => {});
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const session of sessions) session.destroy();
      }),
  };
}
