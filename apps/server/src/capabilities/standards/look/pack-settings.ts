import { promisify } from 'node:util';
import { zstdCompress, zstdDecompress } from 'node:zlib';
import type { SettingsLook } from '../judge/seen.ts';

const compress = promisify(zstdCompress);
const decompress = promisify(zstdDecompress);

export const packSettings = async (look: SettingsLook): Promise<string> =>
  (await compress(JSON.stringify(look))).toString('base64');

export const unpackSettings = async (packed: string): Promise<SettingsLook> =>
  JSON.parse((await decompress(Buffer.from(packed, 'base64'))).toString('utf8'));
