export { label, type Parts, parts, spoken } from './labels';
export { mark, plainText, segments, spokenText } from './marked';
export { nodeName } from './node-name';
export {
  type Aligned,
  alignNumbers,
  copyNumber,
  formatFull,
  formatList,
  formatNumber,
  formatPercent,
  formatPower,
} from './numbers';
export { type Category, categoryOf, termsOf } from './symbols';
