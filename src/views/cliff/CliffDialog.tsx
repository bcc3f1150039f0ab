import { cliff as text } from '../../messages/en/cliff';
import { usePlan, useUnrolled } from '../../store';
import { closeCliff, openCliff } from '../../store/cliff';
import { OncePredicted } from '../controls/OncePredicted';
import { RadioGroup } from '../controls/RadioGroup';
import '../controls/controls.css';
import { Dialog } from '../Dialog';
import { TalkBar } from '../talk/TalkBar';
import './cliff.css';
import { PresentRace } from './PresentRace';
import { RaceView } from './RaceView';
import { paper } from './subject';

/** The error over two parameters, of the paper's network or of the present one, in a dialog that is open from the start. */
export const CliffDialog = () => {
  const plan = usePlan();
  const network = useUnrolled(({ cliff }) => cliff?.network ?? 'paper');
  const isTalk = useUnrolled(({ presenting, talk }) => presenting && talk.length > 0);
  return (
    <Dialog className="cliff" title={text.title} onClose={closeCliff}>
      {isTalk && <TalkBar />}
      <p>{text.about}</p>
      <div className="cliff-choice">
        <RadioGroup
          name={text.network}
          isInline
          choices={text.networks}
          value={network}
          onChange={openCliff}
        />
        <p className="cliff-note">{text[network]}</p>
      </div>
      {network === 'paper' ? (
        <RaceView {...paper} names={text.paperParameters} />
      ) : (
        <OncePredicted from={plan.bounds.end}>
          <PresentRace />
        </OncePredicted>
      )}
    </Dialog>
  );
};
