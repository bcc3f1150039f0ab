/** Loaded where results are typed and compared, and with predicting. */
export { predict } from './en/predict';
