/** Products of matrix and vector, in three ways: of short vectors, of long ones, and of many with one matrix. */
export { affine, long, splitAffine } from './long';
export { affineOfMany } from './many';
export { outer } from './outer';
export { affineOfShort } from './short';
export { addProducts, addProductsByFour, addVectors } from './terms';
export { transposed } from './transposed';
