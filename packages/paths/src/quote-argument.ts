/**
 * One argument for a POSIX shell, in single quotes. SSH knows no argument arrays: sshd hands one string to the login shell,
 * so this is the single place where that string is made.
 */
export function quoteArgument(argument: string): string {
  if (argument.includes('\0')) throw new TypeError('an argument cannot hold a NUL byte');
  return `'${argument.replaceAll("'", `'\\''`)}'`;
}
