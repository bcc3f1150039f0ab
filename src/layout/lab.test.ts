import { interpolateLab as byD3 } from 'd3';
import { expect, test } from 'vitest';
import { stops } from './colour';
import { channelsOf, interpolateLab } from './lab';

const pairs = [
  ...Object.values(stops).flatMap(({ value, gradient }) =>
    [value, gradient].flatMap((colours) => colours.slice(1).map((colour, i) => [colours[i], colour])),
  ),
  ['#000000', '#ffffff'],
  ['#00ff00', '#0000ff'],
];

test.each(pairs)('%s to %s is joined as d3 joins them', (from, to) => {
  const [own, theirs] = [interpolateLab(from, to), byD3(from, to)];
  for (let i = 0; i <= 1000; i++) expect(own(i / 1000)).toBe(theirs(i / 1000));
});

test('the channels of a colour are read in both ways of writing it', () => {
  expect(channelsOf('#f3A900')).toEqual([243, 169, 0]);
  expect(channelsOf('rgb(243, 169, 0)')).toEqual([243, 169, 0]);
});
