import { at, defineRule } from '../../rule.ts';

const judged: ReadonlySet<string> = new Set(['query', 'insert', 'update', 'delete', 'create-view', 'create-table']);

export const queryTooComplex = defineRule({
  id: 'query-too-complex',
  grade: 'N',
  theme: 'query-shape',
  why: {
    en: 'Tables, queries inside queries, conditions and branches add up: nobody reads such a statement, and its plan is a matter of luck.',
    zh: '表、嵌套查询、条件和分支累积过多：这样的语句难以理解，执行计划也难以预料。',
  },
  parameters: { maximum: 40 },
  on: ['statement'],
  check: (statement, { nodes }, { maximum }) => {
    // What is short cannot weigh much, and nearly all statements are.
    if (statement.end - statement.start < 5 * maximum || !judged.has(statement.kind)) return undefined;
    const selects = nodes('select').length;
    // A plain statement is not counted further.
    const conditions = nodes('logical').reduce((sum, { operands }) => sum + operands.length, 0);
    if (selects < 2 && conditions < maximum / 2) return undefined;
    const weight = 3 * selects + 2 * nodes('join').length + conditions + 2 * nodes('case').length;
    return (
      weight > maximum && at(statement, `The weight of this statement is ${weight}.`, `该语句的复杂度为 ${weight}。`)
    );
  },
});
