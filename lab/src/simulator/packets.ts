/** Packets of the MySQL client/server protocol, as a server writes them. https://dev.mysql.com/doc/dev/mysql-server/latest/PAGE_PROTOCOL.html */

export const capability = {
  longPassword: 1,
  foundRows: 2,
  longFlag: 4,
  connectWithDatabase: 8,
  protocol41: 1 << 9,
  transactions: 1 << 13,
  secureConnection: 1 << 15,
  multiResults: 1 << 17,
  multiPreparedResults: 1 << 18,
  pluginAuth: 1 << 19,
  connectAttributes: 1 << 20,
  pluginAuthLenenc: 1 << 21,
} as const;

export const serverCapabilities = Object.values(capability).reduce((all, one) => all | one, 0);

const autocommit = 2;
const utf8mb4 = 45;
const varString = 253;

/** Payload with its header. */
export function framed(sequence: number, payload: Buffer): Buffer {
  const header = Buffer.allocUnsafe(4);
  header.writeUIntLE(payload.length, 0, 3);
  header[3] = sequence & 0xff;
  return Buffer.concat([header, payload]);
}

export function lenenc(length: number): Buffer {
  if (length < 251) return Buffer.from([length]);
  if (length < 1 << 16) return Buffer.from([0xfc, length & 0xff, length >> 8]);
  const long = Buffer.allocUnsafe(4);
  long[0] = 0xfd;
  long.writeUIntLE(length, 1, 3);
  return long;
}

export type Cell = string | Buffer | null;

export const lenencBytes = (bytes: Buffer): Buffer => Buffer.concat([lenenc(bytes.length), bytes]);

export const okPacket = (sequence: number): Buffer => framed(sequence, Buffer.from([0, 0, 0, autocommit, 0, 0, 0]));

export function errorPacket(sequence: number, errno: number, sqlState: string, message: string): Buffer {
  const head = Buffer.from([0xff, errno & 0xff, errno >> 8]);
  return framed(sequence, Buffer.concat([head, Buffer.from(`#${sqlState}${message}`)]));
}

const eof = (sequence: number): Buffer => framed(sequence, Buffer.from([0xfe, 0, 0, autocommit, 0]));

function column(sequence: number, name: Buffer): Buffer {
  const empty = Buffer.from([0]);
  const fixed = Buffer.from([0x0c, utf8mb4, 0, 0, 4, 0, 0, varString, 0, 0, 0, 0, 0]);
  return framed(
    sequence,
    Buffer.concat([lenencBytes(Buffer.from('def')), empty, empty, empty, lenencBytes(name), empty, fixed]),
  );
}

const cellBytes = (cell: Cell): Buffer | null => (typeof cell === 'string' ? Buffer.from(cell) : cell);

const textRow = (row: readonly Cell[]): Buffer =>
  Buffer.concat(
    row.map((cell) => {
      const bytes = cellBytes(cell);
      return bytes === null ? Buffer.from([0xfb]) : lenencBytes(bytes);
    }),
  );

/** https://dev.mysql.com/doc/dev/mysql-server/latest/page_protocol_binary_resultset.html */
function binaryRow(row: readonly Cell[]): Buffer {
  const nulls = Buffer.alloc((row.length + 9) >> 3);
  const values = row.flatMap((cell, at) => {
    const bytes = cellBytes(cell);
    if (bytes !== null) return [lenencBytes(bytes)];
    const bit = at + 2;
    nulls[bit >> 3] = (nulls[bit >> 3] ?? 0) | (1 << (bit & 7));
    return [];
  });
  return Buffer.concat([Buffer.from([0]), nulls, ...values]);
}

export interface ResultSet {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

export function resultPackets({ columns, rows }: ResultSet, form: 'text' | 'binary'): Buffer {
  let sequence = 1;
  const parts = [framed(sequence++, lenenc(columns.length))];
  for (const name of columns) parts.push(column(sequence++, Buffer.from(name)));
  parts.push(eof(sequence++));
  for (const row of rows) parts.push(framed(sequence++, form === 'text' ? textRow(row) : binaryRow(row)));
  parts.push(eof(sequence));
  return Buffer.concat(parts);
}

/** The answer to COM_STMT_PREPARE. */
export function preparedPackets(statementId: number, columns: readonly string[], parameters: number): Buffer {
  const head = Buffer.alloc(12);
  head.writeUInt32LE(statementId, 1);
  head.writeUInt16LE(columns.length, 5);
  head.writeUInt16LE(parameters, 7);
  let sequence = 1;
  const parts = [framed(sequence++, head)];
  for (let at = 0; at < parameters; at++) parts.push(column(sequence++, Buffer.from('?')));
  if (parameters > 0) parts.push(eof(sequence++));
  for (const name of columns) parts.push(column(sequence++, Buffer.from(name)));
  if (columns.length > 0) parts.push(eof(sequence));
  return Buffer.concat(parts);
}
