export { label, type Parts, parts, spoken } from './labels';
export { nodeName } from './node-name';
export {
  type Aligned,
  alignNumbers,
  copyNumber,
  formatFull,
  formatList,
  formatNumber,
  formatPercent,
} from './numbers';
export { type Category, categoryOf } from './symbols';
