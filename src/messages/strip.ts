export { strip } from './en/strip';
