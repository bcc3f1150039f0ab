export { Editor } from './Editor';
export { openEditor, openPaste } from './editing';
