import { open, readFile } from 'node:fs/promises';

/** What a tree builder needs to know of one program or library. */
export interface Elf {
  /** Where the path of the dynamic loader stands in the file; absent in libraries. `length` includes the closing NUL. */
  readonly interpreter?: { readonly offset: number; readonly length: number };
  /** Names (DT_NEEDED) of the libraries the loader must find. */
  readonly needed: readonly string[];
  readonly isDynamic: boolean;
}

const PT_LOAD = 1;
const PT_DYNAMIC = 2;
const PT_INTERP = 3;
const DT_NEEDED = 1;
const DT_STRTAB = 5;

export async function isElf(file: string): Promise<boolean> {
  await using handle = await open(file, 'r');
  const { bytesRead, buffer } = await handle.read(Buffer.alloc(4), 0, 4, 0);
  return bytesRead === 4 && buffer.equals(Buffer.from([0x7f, 0x45, 0x4c, 0x46]));
}

/** Reads a 64-bit little-endian ELF file (x86_64, aarch64, riscv64, ppc64el …). Source: System V ABI, chapters 4-5. */
export async function readElf(file: string): Promise<Elf> {
  const bytes = await readFile(file);
  if (bytes[4] !== 2 || bytes[5] !== 1) throw new Error(`${file} is not a 64-bit little-endian ELF file`);
  const at = (offset: number) => Number(bytes.readBigUInt64LE(offset));
  const segments = Array.from({ length: bytes.readUInt16LE(56) }, (_, index) => {
    const start = at(32) + index * bytes.readUInt16LE(54);
    return { type: bytes.readUInt32LE(start), offset: at(start + 8), address: at(start + 16), size: at(start + 32) };
  });
  const interpreter = segments.find(({ type }) => type === PT_INTERP);
  const dynamic = segments.find(({ type }) => type === PT_DYNAMIC);
  const needed: string[] = [];
  if (dynamic) {
    const tags: { tag: number; value: number }[] = [];
    for (let offset = dynamic.offset; offset < dynamic.offset + dynamic.size; offset += 16) {
      tags.push({ tag: at(offset), value: at(offset + 8) });
    }
    const table = tags.find(({ tag }) => tag === DT_STRTAB)?.value ?? 0;
    const holder = segments.find(
      ({ type, address, size }) => type === PT_LOAD && table >= address && table < address + size,
    );
    if (holder) {
      const names = table - holder.address + holder.offset;
      for (const { tag, value } of tags) {
        if (tag === DT_NEEDED) needed.push(bytes.toString('latin1', names + value, bytes.indexOf(0, names + value)));
      }
    }
  }
  return {
    needed,
    isDynamic: dynamic !== undefined,
    ...(interpreter ? { interpreter: { offset: interpreter.offset, length: interpreter.size } } : {}),
  };
}
