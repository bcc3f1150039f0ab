import { letGoLater } from './object-url';

/** Hands something over as a file. */
export function saveFile(content: Blob, name: string): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  letGoLater(url);
}
