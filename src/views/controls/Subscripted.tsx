/** A letter with its index in a line of text; read aloud and copied, it is `Ws`, `g1`. */
export const Subscripted = ({ base, sub }: { base: string; sub?: string }) => (
  <span className="controls-symbol">
    {base}
    {sub && <sub>{sub}</sub>}
  </span>
);
