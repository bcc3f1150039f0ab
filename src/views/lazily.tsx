import { type ComponentType, lazy, type ReactNode, useState } from 'react';
import { messages } from '../messages';

/** A component that is loaded when it is first drawn, or before, by `load`. */
export interface Lazy<Props> {
  (props: Props): ReactNode;
  load(): Promise<unknown>;
}

/** Stands where something could not be loaded: the network is gone, or a newer version took the place of this one. */
const NotLoaded = () => <p role="alert">{messages.inspector.notLoaded}</p>;

/**
 * Leaves a component out of the first script. Draw it inside `Suspense`, with a fallback as large as itself; what has
 * been loaded before is drawn at once, without the fallback. If it cannot be loaded a sentence says so in its place,
 * and the rest of the page goes on.
 */
export const lazily = <Props extends object>(load: () => Promise<ComponentType<Props>>): Lazy<Props> => {
  let loading: Promise<ComponentType<Props>> | undefined;
  let loaded: ComponentType<Props> | undefined;
  const once = () => {
    loading ??= load()
      .catch(() => NotLoaded)
      .then((component) => {
        loaded = component;
        return component;
      });
    return loading;
  };
  const Waiting = lazy(() => once().then((component) => ({ default: component })));
  const Later = (props: Props) => {
    const [Component] = useState<ComponentType<Props>>(() => loaded ?? Waiting);
    return <Component {...props} />;
  };
  return Object.assign(Later, { load: once });
};
