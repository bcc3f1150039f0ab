/** How long a saved file's content is kept for the browser to read, in ms. */
const READ = 10_000;

/** Hands something over as a file. */
export function saveFile(content: Blob, name: string): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has begun to read it by then; kept, it would stay in memory as long as the page.
  setTimeout(() => URL.revokeObjectURL(url), READ);
}
