/** A small shop. Deterministic, so that every copy can be compared row by row. */
export const sampleDatabase = 'myriad_shop';

/** Written last; its presence says the whole schema is there. */
export const sampleMark = 'myriad_demo_mark';

const customers = 200;
const products = 60;
const orders = 1_000;

const tables = [
  `create table if not exists ${sampleDatabase}.customer (
    id int unsigned not null primary key, name varchar(80) not null, city varchar(40) not null, joined_on date not null,
    key customer_city (city)) engine=InnoDB comment='who buys'`,
  `create table if not exists ${sampleDatabase}.product (
    id int unsigned not null primary key, name varchar(80) not null, price decimal(10,2) not null) engine=InnoDB comment='what is sold'`,
  `create table if not exists ${sampleDatabase}.customer_order (
    id int unsigned not null primary key, customer_id int unsigned not null, product_id int unsigned not null,
    quantity smallint unsigned not null, ordered_at datetime not null,
    key order_customer (customer_id), key order_product (product_id),
    constraint order_customer_fk foreign key (customer_id) references ${sampleDatabase}.customer (id),
    constraint order_product_fk foreign key (product_id) references ${sampleDatabase}.product (id)) engine=InnoDB comment='who bought what, when'`,
];

const cities = ['上海', 'Berlin', '杭州', 'Lagos', '成都', 'Lima', 'Osaka', '广州'];
const things = ['lamp', 'chair', 'kettle', 'bicycle', 'clock', 'globe'];

const numbers = (count: number): number[] => Array.from({ length: count }, (_, at) => at + 1);
const day = (n: number): string =>
  new Date(Date.UTC(2026, 0, 1) + n * 6 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');

const insert = (table: string, rows: readonly (readonly (string | number)[])[]): string =>
  `insert ignore into ${sampleDatabase}.${table} values ${rows
    .map((row) => `(${row.map((value) => (typeof value === 'number' ? value : `'${value}'`)).join(',')})`)
    .join(',')}`;

/** Every statement, in order; running them twice changes nothing. */
export const sampleStatements: readonly string[] = [
  `create database if not exists ${sampleDatabase} default character set utf8mb4`,
  ...tables,
  insert(
    'customer',
    numbers(customers).map((n) => [n, `Customer ${n}`, cities[n % cities.length] ?? '', day(n).slice(0, 10)]),
  ),
  insert(
    'product',
    numbers(products).map((n) => [n, `${things[n % things.length]} ${n}`, ((n * 137) % 9_000) / 10 + 1]),
  ),
  insert(
    'customer_order',
    numbers(orders).map((n) => [n, ((n * 7) % customers) + 1, ((n * 11) % products) + 1, (n % 5) + 1, day(n)]),
  ),
  `create table if not exists ${sampleDatabase}.${sampleMark} (id int not null primary key) engine=InnoDB comment='the sample schema is whole'`,
];

export const sampleRows = { customer: customers, product: products, customer_order: orders } as const;
