import { useEffect, useId, useRef, useState } from 'react';
import { exported as text } from '../../messages/export';
import { run, type State } from '../../store';
import { RadioGroup } from '../controls/RadioGroup';
import { readNumber } from '../controls/read-number';
import { letGoOnceRead } from '../object-url';
import { writtenPosition } from '../timeline/position';
import { Actions } from './Actions';
import { Field } from './Field';
import { fileName } from './file-name';
import type { Drawing } from './picture/draw';
import { type Picture, picturesOn } from './picture/pictures';
import { heightFor, isTooLarge, pngOf, widths } from './picture/png';
import { aboutOf } from './solution/about';

type Format = keyof typeof text.pictureFormats;

/** The score or one of its rows as a picture. */
export const PicturePanel = ({ state }: { state: State }) => {
  const [pictures] = useState(() => picturesOn(document));
  const [id, setId] = useState(pictures[0]?.id ?? '');
  const [format, setFormat] = useState<Format>('svg');
  const [typed, setTyped] = useState<string | null>(null);
  const picture = pictures.find((one) => one.id === id);
  const drawing = useDrawing(picture, state);
  if (!picture) return null;
  const usual = (drawing?.width ?? 0) * 2;
  const reading = readNumber(typed ?? String(usual), text.widthInPx, { range: widths, isWhole: true });
  const width = 'value' in reading ? reading.value : 0;
  const problem =
    'problem' in reading
      ? reading.problem
      : drawing && isTooLarge(drawing, width)
        ? text.tooManyPixels
        : null;
  return (
    <>
      <div className="export-fields">
        <Field
          label={text.of}
          choices={pictures.map((one) => [one.id, one.name])}
          value={id}
          onChange={setId}
        />
        <RadioGroup name={text.as} choices={text.pictureFormats} value={format} onChange={setFormat} />
        {format === 'png' && (
          <Width
            value={typed ?? String(usual)}
            problem={problem}
            said={
              drawing === null
                ? ''
                : width === usual
                  ? text.twice(width, heightFor(drawing, width))
                  : text.size(width, heightFor(drawing, width))
            }
            onChange={setTyped}
          />
        )}
      </div>
      <p className="export-note">{text.pictureNote}</p>
      <div className="export-picture">
        {drawing ? <Shown drawing={drawing} name={picture.name} /> : <p>{text.drawing}</p>}
      </div>
      {drawing && (format === 'svg' || problem === null) && (
        <Actions
          fileName={fileName(picture.isWhole ? 'score' : picture.name, state, format)}
          content={() =>
            format === 'svg' ? new Blob([drawing.svg], { type: 'image/svg+xml' }) : pngOf(drawing, width)
          }
        />
      )}
    </>
  );
};

/** The picture, drawn after the dialog stands; null until then. */
function useDrawing(picture: Picture | undefined, state: State): Drawing | null {
  const [drawing, setDrawing] = useState<Drawing | null>(null);
  useEffect(() => {
    if (!picture) return;
    let isStale = false;
    setDrawing(null);
    const { plan } = run(state);
    const setup = aboutOf(state)
      .map(([name, value]) => `${name}: ${value}`)
      .join('; ');
    const description = text.pictureDescription(setup, writtenPosition(plan, state.playhead));
    void Promise.all([import('./picture/draw'), document.fonts?.ready]).then(([{ draw }]) => {
      if (!isStale) setDrawing(draw(picture, picture.name, description));
    });
    return () => {
      isStale = true;
    };
  }, [picture, state]);
  return drawing;
}

const Shown = ({ drawing, name }: { drawing: Drawing; name: string }) => {
  const [url, setUrl] = useState<string>();
  const image = useRef<HTMLImageElement>(null);
  useEffect(() => {
    const shown = image.current;
    const made = URL.createObjectURL(new Blob([drawing.svg], { type: 'image/svg+xml' }));
    setUrl(made);
    // Also the picture of a dialog that is closed at once is being read.
    return () => letGoOnceRead(made, shown);
  }, [drawing]);
  return (
    <img ref={image} src={url} alt={text.pictureOf(name)} width={drawing.width} height={drawing.height} />
  );
};

interface WidthProps {
  readonly value: string;
  /** Why it cannot be made as wide as this, or null. */
  readonly problem: string | null;
  /** The size that comes of it. */
  readonly said: string;
  readonly onChange: (typed: string) => void;
}

const Width = ({ value, problem, said, onChange }: WidthProps) => {
  const id = useId();
  return (
    <div className="export-field">
      <label htmlFor={id}>{text.widthInPx}</label>
      <input
        id={id}
        className="export-width"
        inputMode="numeric"
        value={value}
        aria-invalid={problem !== null}
        aria-describedby={`${id}-said`}
        onChange={({ target }) => onChange(target.value)}
      />
      <span id={`${id}-said`} className="export-size">
        {problem ?? said}
      </span>
    </div>
  );
};
