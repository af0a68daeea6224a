import { reviewFileLimits } from '@myriad/contract';
import { ProblemError } from '../../platform/http/problem-error.ts';

interface GivenFile {
  readonly name: string;
  readonly text: string;
}

/** @throws ProblemError REVIEW_FILES_BEYOND with all bounds, REVIEW_FILE_TWICE */
export function requireWithin(files: readonly GivenFile[]): void {
  const sizes = files.map(({ text }) => Buffer.byteLength(text));
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  const largest = Math.max(...sizes);
  const most = reviewFileLimits;
  if (files.length > most.files || bytes > most.bytes || largest > most.fileBytes)
    throw new ProblemError('REVIEW_FILES_BEYOND', {
      ...{ files: files.length, bytes: inMebibytes(bytes), largest: inMebibytes(largest), mostFiles: most.files },
      ...{ mostBytes: inMebibytes(most.bytes), mostFileBytes: inMebibytes(most.fileBytes) },
    });
  const names = new Set<string>();
  for (const { name } of files) {
    if (names.has(name)) throw new ProblemError('REVIEW_FILE_TWICE', { name });
    names.add(name);
  }
}

/** Rounded up: what is over a bound never reads as the bound. */
const inMebibytes = (bytes: number): string => `${Math.ceil((bytes / 1_048_576) * 100) / 100} MiB`;
