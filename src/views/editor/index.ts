export { Editor } from './Editor';
export { closeEditor, openEditor, openPaste } from './editing';
