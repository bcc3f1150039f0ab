/** The sign of Unrolled: three steps, and the gradient that flows back over them. */
export const Mark = () => (
  <svg className="mark" viewBox="0 0 28 22" width="28" height="22" aria-hidden="true">
    <rect className="mark-far" x="1" y="12" width="7" height="9" rx="2" />
    <rect className="mark-mid" x="10.5" y="12" width="7" height="9" rx="2" />
    <rect className="mark-near" x="20" y="12" width="7" height="9" rx="2" />
    <path className="mark-flow" d="M24 5H6" />
    <path className="mark-tip" d="M8.5 1 3 5l5.5 4z" />
  </svg>
);
