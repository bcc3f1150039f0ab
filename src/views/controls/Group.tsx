import { type ReactNode, useId } from 'react';

interface Props {
  readonly title: string;
  /** For a part inside that the heading names as well. */
  readonly titleId?: string;
  readonly children: ReactNode;
}

/** A few controls under one heading; the group is called by the heading's words. */
export const Group = ({ title, titleId, children }: Props) => {
  const own = useId();
  const id = titleId ?? own;
  return (
    <div role="group" aria-labelledby={id} className="controls-group">
      <h2 className="controls-title" id={id}>
        {title}
      </h2>
      {children}
    </div>
  );
};
