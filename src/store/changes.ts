/** What `perform` loads: the actions that change the network, and the check of its gradients. `actions.ts` names all. */
export { redo, undo } from './change';
export { applyPreset, changeSetup } from './setup-actions';
export { check } from './soundness';
