export { label, type Parts, parts, spoken } from './labels';
export { segments, spokenText } from './marked';
export { nodeName } from './node-name';
export {
  alignNumbers,
  copyNumber,
  formatCount,
  formatFull,
  formatList,
  formatNumber,
  formatPercent,
  formatPower,
  formatShare,
  NO_QUOTIENT,
} from './numbers';
export { termsOf } from './symbols';
