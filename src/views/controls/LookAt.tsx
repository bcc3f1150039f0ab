import { useConvention } from '../../store';
import { Sentence } from '../inspector/Symbols';
import './look-at.css';
import { textOf, usePresetInForce } from './preset-in-force';

/** What to look at in the preset in force; the article's network is introduced where the first step will be. */
export const LookAt = () => {
  useConvention();
  const preset = usePresetInForce();
  if (!preset || preset.id === 'article') return null;
  const { title, about } = textOf(preset);
  return (
    <p className="look-at">
      <b>{title}.</b> <Sentence text={about} />
    </p>
  );
};
