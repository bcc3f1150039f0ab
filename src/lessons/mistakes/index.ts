/** What a typed result says: right, one of the usual mistakes, or neither. */
export { recognise, type Verdict } from './recognise';
export { leadingTo } from './redo';
export { readTyped, type Typed } from './typed';
