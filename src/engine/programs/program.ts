import { type Applied, type RuleName, rules, type Size } from '../rules';
import type { CellId, Derives } from '../types';

/** A range of rows of another cell under a name of its own: an LSTM gate within a_t. */
export interface View {
  readonly of: CellId;
  readonly from: number;
}

export interface Step extends Applied {
  readonly t: number;
  readonly derives?: Derives;
}

/** A forward pass as data: what is given, what is trained, and the operations in order. */
export interface Program {
  /** Given cells with their sizes: inputs, targets, initial states. */
  readonly given: Map<CellId, Size>;
  readonly weights: Map<CellId, Size>;
  /** Given numbers that may be left out, with what then stands in every entry. */
  readonly assumed: Map<CellId, number>;
  readonly steps: Step[];
  readonly views: Map<CellId, View>;
  /** Sizes of all cells named so far. */
  readonly sizes: Map<CellId, Size>;
  /** State lanes that carry from step to step and whose gradient is clipped at each step: `S`. */
  readonly states: readonly string[];
  /** Groups of lanes that stand side by side at each step. */
  readonly neighbours: readonly (readonly string[])[];
}

/** Writes a program line by line. */
export class Writer implements Program {
  readonly given = new Map<CellId, Size>();
  readonly weights = new Map<CellId, Size>();
  readonly assumed = new Map<CellId, number>();
  readonly steps: Step[] = [];
  readonly views = new Map<CellId, View>();
  readonly sizes = new Map<CellId, Size>();
  t = 0;

  readonly states: readonly string[];
  readonly neighbours: readonly (readonly string[])[];

  /**
   * @param states the state lanes
   * @param neighbours groups of lanes to which the same is done, each on the rows next to those of the one before: standing
   *   side by side, as their gradients then do as well, they are run in one go
   */
  constructor(states: readonly string[], neighbours: readonly (readonly string[])[] = []) {
    this.states = states;
    this.neighbours = neighbours;
  }

  give(id: CellId, rows: number): CellId {
    return this.name(this.given, id, rows, 1);
  }

  weight(id: CellId, rows: number, cols = 1): CellId {
    return this.name(this.weights, id, rows, cols);
  }

  /** A number, or as many as `like` has, that stands for itself unless another is given. */
  assume(id: CellId, value: number, like?: CellId): CellId {
    const { rows, cols } = like === undefined ? { rows: 1, cols: 1 } : this.sizeOf(like);
    return this.name(this.assumed, id, rows, cols, value);
  }

  /** `out` = rule(in …) at the present step. */
  apply(out: CellId, rule: RuleName, ...inputs: CellId[]): CellId {
    this.sizes.set(out, rules[rule].size(inputs.map((id) => this.sizeOf(id))));
    this.steps.push({ t: this.t, rule, out, in: inputs });
    return out;
  }

  view(id: CellId, of: CellId, from: number, rows: number): CellId {
    this.views.set(id, { of, from });
    this.sizes.set(id, { rows, cols: 1 });
    return id;
  }

  private name<V>(kind: Map<CellId, V>, id: CellId, rows: number, cols: number, value?: V): CellId {
    kind.set(id, value ?? ({ rows, cols } as V));
    this.sizes.set(id, { rows, cols });
    return id;
  }

  private sizeOf(id: CellId): Size {
    const size = this.sizes.get(id);
    if (!size) throw new Error(`The program reads ${id} before anything writes it.`);
    return size;
  }
}
