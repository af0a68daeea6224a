import type { ErrorLogView, Words } from '@myriad/contract';
import { layoutOf, readErrorLog, readNamed } from '@myriad/mysql';
import type { HostSession } from '@myriad/paths';
import type { InstanceRecord } from '../../metadata/index.ts';
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
    const file = await fileOf(ports, instance);
    if (typeof file !== 'string') return { ...nothing, because: file };
    const signal = AbortSignal.timeout(limitSeconds * 1000);
    await using session = await ports.access.openHost(instance.hostId, { signal });
    const sizeBytes = await sizeOf(session, file, signal);
    if (sizeBytes === undefined)
      return {
        ...nothing,
        file: shown(file),
        because: { en: 'There is no such file on the host.', zh: '主机上没有该文件。' },
      };
    const argv = ['tail', '-c', String(query.kib * 1024), '--', file];
    const { code, stdout, stderr } = await session.exec(argv, { signal, maxOutputBytes: query.kib * 4096 });
    if (code !== 0)
      return {
        ...{ ...nothing, file: shown(file) },
        because: { en: `It cannot be read: ${shown(stderr, 200)}`, zh: `无法读取：“${shown(stderr, 200)}”` },
      };
    const readBytes = Math.min(sizeBytes, query.kib * 1024);
    const all = stdout.split('\n').filter((line) => line.trim() !== '');
    // The first line of a part begins in its middle.
    const lines = sizeBytes > readBytes ? all.slice(1) : all;
    return { source: 'file', file: shown(file), sizeBytes, readBytes, ...viewOf(findLines(lines, query)) };
  } catch (error) {
    return { ...nothing, because: silenceWords(error) };
  }
}

/** Of an instance deployed here it is known; any other says where it writes, and only a name like a log's is believed. */
async function fileOf(ports: LivePorts, instance: InstanceRecord): Promise<string | Words> {
  if (instance.packageId !== null) return layoutOf(instance.directory).errorLog;
  const answer = await askServer(ports, instance.id, (session) =>
    readNamed(session, 'variables', ['log_error', 'datadir']),
  );
  if (!answer.reachable) return answer.because;
  const [told = '', data = ''] = [answer.value.get('log_error'), answer.value.get('datadir')];
  const file = told.startsWith('/') ? told : `${data.replace(/\/$/, '')}/${told.replace(/^\.\//, '')}`;
  const looksLikeLog = /^\/[\w./+@-]+\.(err|log)$/.test(file) && !file.includes('..');
  if (looksLikeLog) return file;
  return {
    en: `The server writes no error log file that could be read (log_error: “${shown(told, 200)}”).`,
    zh: `服务器没有可读取的错误日志文件（log_error：“${shown(told, 200)}”）。`,
  };
}

async function sizeOf(session: HostSession, file: string, signal: AbortSignal): Promise<number | undefined> {
  const { code, stdout } = await session.exec(['wc', '-c', '--', file], { signal });
  const size = Number.parseInt(stdout, 10);
  return code === 0 && Number.isFinite(size) ? size : undefined;
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
