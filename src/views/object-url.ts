/** Addresses of contents that are kept in memory for the browser to read. */

/** How long what was handed over as a file is kept, in ms: a browser may ask where to before it begins to read. */
const READ = 60_000;

/** Lets go of a file's content. When a browser has read it, it does not say; kept, it would stay as long as the page. */
export const letGoLater = (url: string): void => {
  setTimeout(() => URL.revokeObjectURL(url), READ);
};

/** Lets go of a picture's content, at once if the image has read it, else as soon as it has, or has something else. */
export function letGoOnceRead(url: string, image: HTMLImageElement | null): void {
  const letGo = () => URL.revokeObjectURL(url);
  if (!image || image.complete || image.src !== url) {
    letGo();
    return;
  }
  image.addEventListener('load', letGo, { once: true });
  image.addEventListener('error', letGo, { once: true });
}
