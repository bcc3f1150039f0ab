import { messages } from '../../messages';
import { useUnrolled } from '../../store';
import { say } from '../../store/actions';

/** Compares the network with others, or leaves it alone again. */
export const CompareButton = () => {
  const isOn = useUnrolled((state) => state.comparison !== null);
  const toggle = () =>
    import('../../store/comparing').then(
      ({ compare, stopComparing }) => (isOn ? stopComparing() : compare('cells')),
      () => say(messages.shell.notLoaded),
    );
  return (
    <button type="button" className="button" aria-pressed={isOn} onClick={() => void toggle()}>
      {messages.shell.compare}
    </button>
  );
};
