import { createReadStream } from 'node:fs';
import { InputFault } from './input-fault.ts';

// A string of the runtime holds half a billion units; what is larger and needed whole is a dump, which one reviews in parts.
const mostBytes = 256 * 1024 * 1024;

/** The whole text of a file or, for `-`, of stdin; UTF-8, a byte order mark is not part of it. @throws InputFault */
export async function readScript(name: string): Promise<string> {
  let text = '';
  for await (const piece of readPieces(name)) {
    text += piece;
    if (text.length > mostBytes) throw tooLarge(name);
  }
  return text;
}

/** The same, piece by piece, whatever its length. @throws InputFault while it is read */
export async function* readPieces(name: string): AsyncGenerator<string, void> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decode = (bytes?: Uint8Array): string => {
    try {
      return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
    } catch {
      throw notUtf8(name);
    }
  };
  for await (const bytes of readBytes(name)) {
    if (bytes.includes(0)) throw notText(name);
    yield decode(bytes);
  }
  yield decode();
}

async function* readBytes(name: string): AsyncGenerator<Buffer, void> {
  try {
    yield* name === '-' ? process.stdin : createReadStream(name);
  } catch (error) {
    if (error instanceof InputFault) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new InputFault({
      en: `${name} cannot be read (${code}). Check the name and who may read it.`,
      zh: `无法读取 ${name}（${code}）。请检查文件名与读取权限。`,
    });
  }
}

const notText = (name: string): InputFault =>
  new InputFault({
    en: `${name} is not a text but binary (or UTF-16). Give SQL as UTF-8; for UTF-16: iconv -f UTF-16 -t UTF-8 FILE`,
    zh: `${name} 不是文本，而是二进制（或 UTF-16）文件。请提供 UTF-8 编码的 SQL；UTF-16 可先转换：iconv -f UTF-16 -t UTF-8 FILE`,
  });

const notUtf8 = (name: string): InputFault =>
  new InputFault({
    en: `${name} is not UTF-8. Convert it first, for instance: iconv -f GBK -t UTF-8 FILE | myriad review -`,
    zh: `${name} 不是 UTF-8 编码。请先转换，例如：iconv -f GBK -t UTF-8 FILE | myriad review -`,
  });

const tooLarge = (name: string): InputFault =>
  new InputFault({
    en: `${name} is larger than 256 MiB and has to be read whole here. Split it, or leave the rows out (mysqldump --no-data).`,
    zh: `${name} 超过 256 MiB，而此处须整体读取。请拆分文件，或不导出数据行（mysqldump --no-data）。`,
  });
