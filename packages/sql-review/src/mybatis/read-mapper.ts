import { readXml, type XmlElement } from './read-xml.ts';

export interface Mapper {
  readonly namespace: string;
  /** Elements that hold a statement of our servers. */
  readonly statements: readonly XmlElement[];
  /** `<sql>` elements by their id, without the namespace. */
  readonly fragments: ReadonlyMap<string, XmlElement>;
}

/** `<sql>` of a mapper file, for includes of others: by namespace and id. */
export type Fragments = ReadonlyMap<string, XmlElement>;

/** `undefined`: it is no MyBatis mapper, or not well formed. */
export function readMapper(text: string): Mapper | undefined {
  const root = readXml(text);
  if (root?.name !== 'mapper') return undefined;
  const elements = root.children.filter((node): node is XmlElement => node.kind === 'element').filter(isOurs);
  const fragments = elements.filter(({ name }) => name === 'sql');
  return {
    namespace: root.attributes.namespace ?? '',
    statements: elements.filter(({ name }) => ['select', 'insert', 'update', 'delete'].includes(name)),
    fragments: new Map(fragments.map((one) => [one.attributes.id ?? '', one])),
  };
}

/** What a file offers to others; nothing where it is no mapper. */
export function readFragments(text: string): Fragments {
  const mapper = readMapper(text);
  return new Map([...(mapper?.fragments ?? [])].map(([id, element]) => [`${mapper?.namespace}.${id}`, element]));
}

/** A statement may be there once for each vendor's servers. */
const isOurs = ({ attributes: { databaseId } }: XmlElement): boolean =>
  databaseId === undefined || /mysql|mariadb/i.test(databaseId);
