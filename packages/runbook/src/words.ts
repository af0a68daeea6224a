/** A sentence people read, in both languages the product speaks. Never built by concatenating translated halves. */
export interface Words {
  readonly en: string;
  readonly zh: string;
}
