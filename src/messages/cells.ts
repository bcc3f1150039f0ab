/** What is said of a cell's inside. It is loaded with the drawing of it, after the page stands. */
export { cells } from './en/cells';
