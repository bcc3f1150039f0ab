import { Timeline } from '../timeline/Timeline';
import { CompareChart } from './CompareChart';
import { Foot } from './Foot';
import { Head } from './Head';
import { Staves } from './Staves';
import './compare.css';

/** What the score is while set-ups are compared: above its rows, its rows, and below them. */
export const Comparison = ({ part }: { part: 'head' | 'rows' | 'foot' }) => {
  if (part === 'head') return <Head />;
  if (part === 'foot') return <Foot />;
  return (
    <>
      <Staves />
      <CompareChart />
      <Timeline />
    </>
  );
};
