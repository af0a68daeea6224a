import type { ErrorLogView, Words } from '@myriad/contract';
import { readErrorLog, readNamed } from '@myriad/mysql';
import { PathError } from '@myriad/paths';
import type { InstanceRecord } from '../../metadata/index.ts';
import { findLogFile, NothingToRead } from '../log-files/find-log-file.ts';
import { listLogFiles, readLogPart } from '../log-files/log-actions.ts';
import { logFileWords } from '../log-files/log-file-words.ts';
import { askServer } from './ask-server.ts';
import { type FoundLines, findLines, gradeOf, type LogQuery, timeIn } from './find-lines.ts';
import type { LivePorts } from './ports.ts';
import { silenceWords } from './refusal-words.ts';
import { shown } from './shown-text.ts';

const limitSeconds = 15;

type Found = Omit<ErrorLogView, 'instanceId' | 'at'>;
const nothing = { lines: [], looked: 0, found: 0 };

/**
 * The end of an error log: from the file by way of the host, else from the server's own table (8.0.22 and later). Where neither
 * can be read, why.
 */
export async function readInstanceErrorLog(
  ports: LivePorts,
  instanceId: string,
  query: LogQuery & { readonly kib: number },
): Promise<ErrorLogView> {
  const { db, metadata, clock } = ports;
  const instance = await metadata.getInstance(db, instanceId);
  const host = await metadata.getHost(db, instance.hostId);
  const hasWay = host.paths.length > 0;
  const fromFile: Found = hasWay ? await readFile(ports, instance, query) : { ...nothing, because: noWay };
  const found = fromFile.source ? fromFile : await readTable(ports, instanceId, query, fromFile);
  return { instanceId, at: clock.now(), ...found };
}

const noWay: Words = {
  en: 'The platform has no way to the host, and the server shows no error log of its own.',
  zh: '平台没有到该主机的访问路径，服务器自身也不提供错误日志。',
};

async function readFile(
  ports: LivePorts,
  instance: InstanceRecord,
  query: LogQuery & { readonly kib: number },
): Promise<Found> {
  try {
    const ask = async (names: readonly string[]) => {
      const answer = await askServer(ports, instance.id, (session) => readNamed(session, 'variables', names));
      if (!answer.reachable) throw new NothingToRead(answer.because);
      return answer.value;
    };
    const place = await findLogFile(instance, 'error', ask);
    const signal = AbortSignal.timeout(limitSeconds * 1000);
    await using session = await ports.access.openHost(instance.hostId, { signal });
    const { files } = await session.action(listLogFiles, place, { signal });
    const sizeBytes = files.find(({ path }) => path === place.file)?.sizeBytes ?? 0;
    const readBytes = Math.min(sizeBytes, query.kib * 1024);
    const part = { ...place, offset: sizeBytes - readBytes, length: readBytes };
    const { data } = await session.action(readLogPart, part, { signal, maxOutputBytes: query.kib * 4096 });
    const all = Buffer.from(data, 'base64')
      .toString('utf8')
      .split('\n')
      .filter((line) => line.trim() !== '');
    // The first line of a part begins in its middle.
    const lines = sizeBytes > readBytes ? all.slice(1) : all;
    return { source: 'file', file: shown(place.file), sizeBytes, readBytes, ...viewOf(findLines(lines, query)) };
  } catch (error) {
    if (error instanceof NothingToRead) return { ...nothing, because: error.words };
    const refused = error instanceof PathError ? logFileWords(error) : undefined;
    return { ...nothing, because: refused ?? silenceWords(error) };
  }
}

async function readTable(ports: LivePorts, instanceId: string, query: LogQuery, fromFile: Found): Promise<Found> {
  const answer = await askServer(ports, instanceId, (session, version) => readErrorLog(session, version));
  // Said of the file first: that is where one would look.
  if (!answer.reachable) return fromFile.because === noWay ? { ...nothing, because: answer.because } : fromFile;
  if (answer.value === undefined || answer.value.length === 0) return fromFile;
  const lines = answer.value.map(({ at, text }) => `${at ?? ''} ${text}`.trim()).reverse();
  return { source: 'table', ...viewOf(findLines(lines, query)) };
}

const viewOf = ({ lines, looked, found }: FoundLines) => ({
  looked,
  found,
  lines: lines.map((line) => {
    const at = timeIn(line);
    return { ...(at === undefined ? {} : { at }), grade: gradeOf(line), text: shown(line, 2000) };
  }),
});
