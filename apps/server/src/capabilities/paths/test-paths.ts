import type { testHostPaths, Words } from '@myriad/contract';
import { createPathPool, hopName, open, PathError } from '@myriad/paths';
import type { z } from 'zod';
import { ProblemError } from '../../platform/http/problem-error.ts';
import type { HostRecord } from '../metadata/index.ts';
import { endingAtHost } from './create-access.ts';
import { hopWords } from './hop-words.ts';
import type { PathParts } from './parts.ts';
import { type HostHop, resolvePath } from './resolve-path.ts';

type Answer = z.input<(typeof testHostPaths)['response']>;
type PathTest = Answer['paths'][number];

/** Time for one path with all its hops. */
const testSeconds = 20;

/** Tries every stored path of a host, hop by hop, on connections of its own: a kept one would prove nothing. */
export async function testPaths(parts: PathParts, hostId: string): Promise<Answer> {
  const host = await parts.metadata.getHost(parts.db, hostId);
  return { paths: await Promise.all(host.paths.map((spec) => testPath(parts, host, spec))) };
}

async function testPath(parts: PathParts, host: HostRecord, spec: HostRecord['paths'][number]): Promise<PathTest> {
  const name = spec.kind === 'local' ? 'local' : `ssh ${spec.address}:${spec.port}`;
  try {
    return await walk(parts, await resolvePath(parts, host, spec));
  } catch (error) {
    // What keeps the hops from being known at all: a circle of jumps, a missing credential.
    if (!(error instanceof ProblemError)) throw error;
    return { path: name, ok: false, hops: [{ name, ok: false, milliseconds: 0, words: unresolved(error) }] };
  }
}

async function walk(parts: PathParts, hops: readonly HostHop[]): Promise<PathTest> {
  const path = hops.map(hopName).join(' → ');
  await using pool = createPathPool({ localEnvironment: parts.pool.localEnvironment });
  const results: PathTest['hops'] = [];
  // One hop more each time, over the connections of the time before: each is timed alone.
  for (let count = 1; count <= hops.length; count += 1) {
    const part = endingAtHost(hops.slice(0, count));
    const begun = performance.now();
    const milliseconds = () => Math.round((performance.now() - begun) * 10) / 10;
    try {
      await using session = await open(part, { pool, timeoutSeconds: testSeconds });
      // Logged in is not enough: the account must also be let run something.
      await session.exec(['true'], { timeoutSeconds: testSeconds });
      results.push({ name: hopName(part[part.length - 1] as HostHop), ok: true, milliseconds: milliseconds() });
    } catch (error) {
      if (!(error instanceof PathError)) throw error;
      const failed = { name: error.hopName, ok: false, milliseconds: milliseconds(), words: hopWords(error) };
      return { path, ok: false, hops: [...results, failed] };
    }
  }
  return { path, ok: true, hops: results };
}

const unresolved = ({ code, values }: ProblemError): Words =>
  code === 'HOST_PATH_CIRCLE'
    ? { en: `The jumps go in a circle: ${values.hosts}.`, zh: `跳板机形成循环：${values.hosts}。` }
    : { en: 'No stored way to log in, or a jump host without a path.', zh: '缺少登录凭据，或跳板机没有可用路径。' };
