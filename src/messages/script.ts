/** What the PyTorch script says in its comments. It stands beside `messages` because it is loaded when it is asked for. */
export { script } from './en/script';
