/** Did an insert meet a row with the same primary or unique key? */
export function isDuplicateKey(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error)) return false;
  if (error.code === 'ER_DUP_ENTRY') return true;
  return error.code === 'ERR_SQLITE_ERROR' && /UNIQUE constraint failed/.test(error.message);
}
