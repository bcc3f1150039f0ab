/** Products of matrix and vector, in three ways: of short vectors, of long ones, and of many with one matrix. */
export { affine, long, splitAffine } from './long';
export { affineOfMany, transposedOfMany } from './many';
export { outer } from './outer';
export { affineOfShort, transposed } from './short';
