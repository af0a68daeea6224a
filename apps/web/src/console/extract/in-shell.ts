/** A text in single quotes, as a POSIX shell takes it. */
export const inShell = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
