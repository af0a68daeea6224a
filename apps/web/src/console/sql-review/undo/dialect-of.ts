/** `MySQL 8.4.10` as a dialect is named: `mysql-8.4`; from 9 on, and of 5.7, as they are. */
export function dialectOf(server: string): string {
  const [flavour = '', version = ''] = server.toLowerCase().split(' ');
  const [major = '', minor = ''] = version.split('.');
  return flavour === 'mysql' && Number(major) >= 9 ? `mysql-${major}` : `${flavour}-${major}.${minor}`;
}
