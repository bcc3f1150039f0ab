import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, test } from 'vitest';
import oracle from '../../../test/oracle/cases.json';
import { columnsFor } from '../../layout/columns';
import { formatNumber, spoken } from '../../notation';
import { changeSetup, openingState, point, run, setPlayhead, store, toLast } from '../../store';
import { GradientChart } from '../charts/GradientChart';
import { Ledger } from '../ledger/Ledger';
import { RenderCounter } from '../network/renders';
import { ColumnsContext } from '../score/columns-context';
import { GatedNetwork } from './GatedNetwork';

type Vector = readonly (readonly number[])[];

/** What PyTorch says of one of the reference cases of 1-1-1: the numbers of this setup, and what comes of them. */
const caseOf = (id: string) => {
  const found = oracle.cases.find((one) => one.id === id);
  if (!found) throw new Error(`no case ${id}`);
  return found;
};

const open = (id: string) => {
  const { config, inputs, targets, weights } = caseOf(id);
  const edits: Record<string, number> = { 'S0.0': 0, 'C0.0': 0 };
  inputs.forEach((x, i) => {
    edits[`x${i + 1}.0`] = x[0];
  });
  targets.forEach((d, i) => {
    if (d) edits[`d${i + 1}.0`] = d[0];
  });
  for (const [name, rows] of Object.entries(weights))
    (rows as Vector).forEach((row, i) => {
      edits[`${name}.${i}.0`] = row[0];
    });
  const cell = config.cell as 'lstm' | 'gru';
  act(() => changeSetup({ cell, T: 3, X: 1, H: 1, Y: 1, g2: 'identity', bias: false, scale: null, edits }));
};

const show = () =>
  render(
    <ColumnsContext value={columnsFor(662, store.getState().setup.T)}>
      <GatedNetwork />
    </ColumnsContext>,
  );
const goTo = (cell: string) =>
  act(() => setPlayhead(run(store.getState()).plan.cells.get(cell)?.doneAt ?? -1));
const network = () => within(screen.getByRole('region', { name: 'Unrolled network' }));
const inside = () => within(screen.getByRole('region', { name: 'Inside the cell' }));
const saying = (cell: string, value: number) => `${spoken(cell)}, value ${formatNumber(value)}`;
const expected = (id: string) => caseOf(id).expected as unknown as Record<string, Vector>;

beforeEach(() => {
  act(() => store.setState(openingState, true));
  resizeTo(1200);
});

const resizeTo = (height: number) =>
  act(() => {
    window.innerHeight = height;
    window.dispatchEvent(new Event('resize'));
  });

test('the cell is open where network and inside are seen at once, and then as one has chosen', async () => {
  open('public-030');
  show();
  const isOpen = () => screen.queryByRole('region', { name: 'Inside the cell' }) !== null;
  expect(isOpen()).toBe(true);
  resizeTo(700);
  expect(isOpen()).toBe(false);
  await userEvent.click(screen.getByRole('checkbox', { name: 'Open cell' }));
  expect(isOpen()).toBe(true);
  resizeTo(1200);
  await userEvent.click(screen.getByRole('checkbox', { name: 'Open cell' }));
  expect(isOpen()).toBe(false);
  resizeTo(1600);
  expect(isOpen()).toBe(false);
});

describe('an LSTM', () => {
  const S = expected('public-030').S.map(([v]) => v);
  const C = expected('public-030').C.map(([v]) => v);
  const delta = expected('public-030').delta.map(([v]) => v);
  const deltaC = expected('public-030').deltaC.map(([v]) => v);
  const gates = expected('public-030').gates as unknown as Record<string, Vector>;

  it('carries S and C on the columns, with what PyTorch says of them and of their gradients', () => {
    open('public-030');
    show();
    act(() => toLast());
    for (const t of [1, 2, 3]) {
      const name = (lane: string, value: number, gradient: number) =>
        `${lane} ${t}, value ${formatNumber(value)}, gradient ${formatNumber(gradient)}`;
      expect(network().getByRole('img', { name: name('S', S[t - 1], delta[t - 1]) })).toBeInTheDocument();
      expect(network().getByRole('img', { name: name('C', C[t - 1], deltaC[t - 1]) })).toBeInTheDocument();
    }
    // ‖∂E/∂C_2‖ / ‖∂E/∂C_3‖ through C alone is the forget gate.
    expect(network().getByText('57 %')).toBeInTheDocument();
  });

  it('is stepped gate by gate, and shows nothing that is not yet computed', () => {
    open('public-030');
    show();
    goTo('a2');
    expect(inside().queryByRole('img', { name: saying('i2', gates.i[1][0]) })).toBeNull();
    const done: string[] = [];
    for (const [cell, value] of [
      ['i2', gates.i[1][0]],
      ['f2', gates.f[1][0]],
      ['g2', gates.g[1][0]],
      ['q2', gates.o[1][0]],
      ['C2', C[1]],
      ['h2', Math.tanh(C[1])],
      ['S2', S[1]],
    ] as const) {
      const said = saying(cell, value);
      expect(inside().queryByRole('img', { name: said })).toBeNull();
      goTo(cell);
      done.push(said);
      for (const name of done) expect(inside().getByRole('img', { name })).toBeInTheDocument();
    }
    expect(inside().queryByRole('img', { name: /gradient/ })).toBeNull();
  });

  it('sends each gradient back as its operation is done', () => {
    open('public-030');
    show();
    const da = expected('public-030').da[1];
    goTo('d:C2');
    expect(inside().getByRole('img', { name: new RegExp(`^C 2, .*gradient ${formatNumber(deltaC[1])}$`) }));
    expect(inside().queryByRole('img', { name: new RegExp(`${spoken('d:f2')}`) })).toBeNull();
    for (const [gate, k] of [
      ['i', 0],
      ['f', 1],
      ['g', 2],
      ['q', 3],
    ] as const) {
      goTo(`d:a.${gate}2`);
      const name = `${spoken(`d:a.${gate}2`)}, value ${formatNumber(da[k])}`;
      expect(inside().getByRole('img', { name })).toBeInTheDocument();
    }
  });

  it('lights up what is pointed at, and the operation in focus', () => {
    open('public-030');
    const { container } = show();
    goTo('f2');
    expect(container.querySelectorAll('.cells-mark.is-writes')).toHaveLength(1);
    expect(container.querySelectorAll('.cells-frame.is-writes')).toHaveLength(1);
    act(() => point('a.i2'));
    expect(container.querySelectorAll('.cells-inside .is-points').length).toBeGreaterThan(0);
  });

  it('opens a chosen step, and closes', async () => {
    open('public-030');
    show();
    act(() => toLast());
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Step shown' }), 't = 3');
    expect(inside().getByRole('heading', { name: 'Inside the LSTM, step 3' })).toBeInTheDocument();
    expect(inside().getByRole('img', { name: new RegExp(`^C 3, value ${formatNumber(C[2])}`) }));
    await userEvent.click(screen.getByRole('checkbox', { name: 'Open cell' }));
    expect(screen.queryByRole('region', { name: 'Inside the cell' })).toBeNull();
    goTo('f2');
    expect(network().getByText(new RegExp(`= ${formatNumber(gates.f[1][0])}$`))).toBeInTheDocument();
  });

  it('says where a window ends, and that C is not clipped', async () => {
    open('public-030');
    act(() => changeSetup({ truncation: { kind: 'window', k: 2 }, clip: 'step' }));
    show();
    expect(inside().getByText(/C is not clipped/)).toBeInTheDocument();
    act(() => toLast());
    const name = 'window ends: no gradient passes from S₃ back to S₂';
    expect(await network().findByRole('img', { name })).toBeInTheDocument();
  });

  it('has two lines in the chart: what reaches S and what reaches C', async () => {
    open('public-030');
    render(
      <ColumnsContext value={columnsFor(662, 3)}>
        <GradientChart />
      </ColumnsContext>,
    );
    act(() => toLast());
    const table = await screen.findByRole('table', { name: /gradient of C/ });
    const rows = within(table).getAllByRole('row');
    expect(rows.map((row) => row.textContent)).toEqual(
      [3, 2, 1].map((t) => `${t}${formatNumber(Math.abs(deltaC[t - 1]))}`),
    );
  });

  it('keeps the gates apart in the terms of its weights', () => {
    open('public-030');
    const { container } = render(
      <ColumnsContext value={columnsFor(662, 3)}>
        <Ledger />
      </ColumnsContext>,
    );
    act(() => toLast());
    const sum = container.querySelector('.ledger-sum');
    expect(Array.from(sum?.querySelectorAll('.ledger-block text') ?? [], (one) => one.textContent)).toEqual([
      ...'ifgq',
    ]);
    expect(sum?.querySelectorAll('.ledger-block line')).toHaveLength(3);
  });
});

describe('a GRU', () => {
  it('mixes the old state and the new candidate, with what PyTorch says of each', () => {
    const { S, delta, da } = expected('public-035');
    const gates = expected('public-035').gates as unknown as Record<string, Vector>;
    open('public-035');
    show();
    goTo('S2');
    for (const [cell, value] of [
      ['r2', gates.r[1][0]],
      ['z2', gates.z[1][0]],
      ['w.n2', gates.hn[1][0]],
      ['n2', gates.n[1][0]],
      ['S2', S[1][0]],
    ] as const)
      expect(inside().getByRole('img', { name: saying(cell, value) })).toBeInTheDocument();
    goTo('d:w.n2');
    for (const [cell, k] of [
      ['d:ar2', 0],
      ['d:az2', 1],
      ['d:an2', 2],
    ] as const)
      expect(
        inside().getByRole('img', { name: `${spoken(cell)}, value ${formatNumber(da[1][k])}` }),
      ).toBeInTheDocument();
    act(() => toLast());
    for (const t of [1, 2, 3])
      expect(
        network().getByRole('img', {
          name: `S ${t}, value ${formatNumber(S[t - 1][0])}, gradient ${formatNumber(delta[t - 1][0])}`,
        }),
      ).toBeInTheDocument();
  });
});

describe('a scrub over T = 6, H = 4', () => {
  it.each(['lstm', 'gru'] as const)('renders of the %s only what an operation changes', (cell) => {
    act(() => changeSetup({ cell, T: 6, H: 4, bias: true }));
    const counts = new Map<string, number>();
    render(
      <ColumnsContext value={columnsFor(662, 6)}>
        <RenderCounter value={(id) => counts.set(id, (counts.get(id) ?? 0) + 1)}>
          <GatedNetwork />
        </RenderCounter>
      </ColumnsContext>,
    );
    const { plan } = run(store.getState());
    const start = plan.cells.get('S3')?.doneAt ?? 0;
    act(() => setPlayhead(start));
    const all = [...counts.keys()].filter((id) => id.startsWith('inside')).length;
    counts.clear();
    act(() => setPlayhead(start + 1));
    // What S_3 was made from is no longer read, S_3 no longer in focus, and it now leads to o_3: the rest stays.
    const changed = [...counts.keys()].filter((id) => id.startsWith('inside'));
    expect(changed.length).toBeLessThan(all / 2);
    for (const [id, count] of counts) expect(count, id).toBe(1);
  });
});
