import { promisify } from 'node:util';
import { zstdCompress, zstdDecompress } from 'node:zlib';
import type { ServerGlance, ServerPortrait } from '@myriad/mysql';

/** What a deep look gave. */
export interface DeepLook {
  readonly glance: ServerGlance;
  readonly portrait: ServerPortrait;
}

const compress = promisify(zstdCompress);
const decompress = promisify(zstdDecompress);

/** As text, a tenth of its JSON; the work is done beside the event loop. */
export const packPortrait = async (look: DeepLook): Promise<string> =>
  (await compress(JSON.stringify(look))).toString('base64');

export const unpackPortrait = async (packed: string): Promise<DeepLook> =>
  JSON.parse((await decompress(Buffer.from(packed, 'base64'))).toString('utf8'));
