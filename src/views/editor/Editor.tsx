import { useEffect } from 'react';
import { lazily } from '../lazily';
import { useEditing } from './editing';

/** The form itself, loaded apart. */
export const EditorForm = lazily(() => import('./EditorForm').then((module) => module.EditorForm));

/** The editor of numbers, where it was opened; nothing while nothing is edited. Mount it once. */
export const Editor = () => {
  const now = useEditing();
  // Once the page stands, so that what is typed at once finds its field.
  useEffect(() => {
    void EditorForm.load();
  }, []);
  return now && <EditorForm now={now} />;
};
