import { useLayoutEffect } from 'react';
import { useTheme } from '../store';

/** Puts the theme in force on the document, where the tokens look for it. */
export const useThemedDocument = (): void => {
  const theme = useTheme();
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
};
