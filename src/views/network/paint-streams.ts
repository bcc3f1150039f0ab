/** The gradient's streams on a canvas: as wide and dark as where each is an element. */
import { doneAt } from '../../engine';
import { gradientShare, palette, stops } from '../../layout/colour';
import { inks } from '../../layout/inks';
import { arrowPath, bandPath, wedgePath } from '../../layout/streams';
import type { Scene } from './scene';
import { arrivingIn, sizeIn, streamWidth } from './stream-sizes';

export function paintStreams(pen: CanvasRenderingContext2D, scene: Scene): void {
  const { layout, run, playhead, theme, roleOf } = scene;
  const { trace, unclipped, gradientDomain, plan } = run;
  const { ink, edge } = inks[theme];
  const colours = palette(theme);
  const free = new Path2D();
  for (const stream of layout.streams) {
    const { cell, line, thickest, leaving, clip, isBand } = stream;
    if (doneAt(plan, cell) > playhead) continue;
    const widthOf = (size: number) => streamWidth(gradientShare(size, gradientDomain), thickest);
    const size = arrivingIn(trace, stream);
    const tail = leaving === undefined ? size : sizeIn(trace, leaving);
    const freely = trace === unclipped ? Number.NaN : arrivingIn(unclipped, stream);
    if (freely > size) {
      const set = clip ? sizeIn(unclipped, clip.before) : freely;
      free.addPath(new Path2D(wedgePath(line, widthOf(freely), widthOf(set))));
    }
    const body = new Path2D((isBand ? bandPath : arrowPath)(line, widthOf(size), widthOf(tail)));
    const role = roleOf([cell]);
    pen.fillStyle = colours.gradient(size, gradientDomain);
    pen.fill(body);
    pen.strokeStyle = role === 'calm' ? stops[theme].gradientOutline : ink;
    pen.lineWidth = role === 'writes' ? 2 : role === 'calm' ? (isBand ? 0.5 : 1) : 1.5;
    pen.stroke(body);
  }
  // The banks of the streams without clipping: dotted, because nothing flows there.
  pen.setLineDash([1, 3]);
  pen.lineCap = 'round';
  pen.strokeStyle = edge;
  pen.lineWidth = 1.5;
  pen.stroke(free);
  pen.setLineDash([]);
  pen.lineCap = 'butt';
}
