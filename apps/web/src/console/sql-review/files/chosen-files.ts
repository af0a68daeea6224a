import { reviewFileLimits } from '@myriad/contract';

/** A file somebody chose, read or not readable. */
export interface ChosenFile {
  /** With its folders, as far as they are known. */
  readonly name: string;
  readonly bytes: number;
  /** undefined: see `fault`. */
  readonly text: string | undefined;
  readonly fault: 'not-utf8' | 'binary' | 'too-large' | 'kind' | undefined;
}

/** Of a folder nobody means its pictures. */
export const isReviewed = (name: string): boolean => /\.(sql|xml)$/i.test(name);

/** Never throws for what stands in it. `read` is asked only where its size is taken. */
export async function readChosen(name: string, bytes: number, read: () => Promise<ArrayBuffer>): Promise<ChosenFile> {
  const no = (fault: ChosenFile['fault']): ChosenFile => ({ name, bytes, text: undefined, fault });
  if (!isReviewed(name)) return no('kind');
  if (bytes > reviewFileLimits.fileBytes) return no('too-large');
  const content = new Uint8Array(await read());
  if (content.includes(0)) return no('binary');
  try {
    return { name, bytes, text: new TextDecoder('utf-8', { fatal: true }).decode(content), fault: undefined };
  } catch {
    return no('not-utf8');
  }
}

/** Those chosen before and now; of one name the later one. By name. */
export function withChosen(before: readonly ChosenFile[], now: readonly ChosenFile[]): readonly ChosenFile[] {
  const named = new Map([...before, ...now].map((file) => [file.name, file]));
  return [...named.values()].sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

/** What keeps them from being reviewed together. */
export function whyNotTogether(files: readonly ChosenFile[]): 'beyond' | 'faulty' | 'none' | undefined {
  const bytes = sumOf(files);
  if (files.length > reviewFileLimits.files || bytes > reviewFileLimits.bytes) return 'beyond';
  if (files.some(({ fault }) => fault !== undefined)) return 'faulty';
  return files.length === 0 ? 'none' : undefined;
}

export const sumOf = (files: readonly ChosenFile[]): number => files.reduce((sum, { bytes }) => sum + bytes, 0);
