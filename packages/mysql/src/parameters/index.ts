export { changeOptionFile, type OptionChange } from './change-option-file.ts';
export { cutValue, differInTail, isWholeOf } from './cut-value.ts';
export { type Danger, dangerOf } from './dangerous-parameters.ts';
export {
  allParameters,
  findParameter,
  type Parameter,
  type ParameterKind,
  parameterName,
  parameterOfOption,
} from './parameter-book.ts';
export { type ReadValue, readValue, roundedTo, type ValueWords } from './parameter-value.ts';
export {
  canPersist,
  readParameterValues,
  readPersisted,
  resetPersisted,
  setGlobal,
  setPersisted,
  setPersistedOnly,
} from './persisted.ts';
export { type Spelled, sameValue } from './same-value.ts';
