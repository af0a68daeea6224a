import type { Grade } from '../rule.ts';
import type { YamlPart } from './yaml-tree.ts';

const isGrade = (value: unknown): value is Grade => value === 'X' || value === 'E' || value === 'W' || value === 'N';

export const readGrade = (part: YamlPart): Grade =>
  isGrade(part.value)
    ? part.value
    : part.fail(
        'must be a grade: X blocks, E must be fixed, W is a potential problem, N a suggestion',
        '应为级别：X 阻断、E 必须修改、W 潜在问题、N 建议',
      );
