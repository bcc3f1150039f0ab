import { type ComponentType, type ReactNode, useEffect, useState } from 'react';
import { messages } from '../messages';

/** A component that is loaded when it is first drawn, or before, by `load`. */
export interface Lazy<Props> {
  (props: Props & { readonly fallback?: ReactNode }): ReactNode;
  load(): Promise<unknown>;
}

/** Stands where something could not be loaded: the network is gone, or a newer version took the place of this one. */
const NotLoaded = () => <p role="alert">{messages.shell.notLoaded}</p>;

/**
 * Leaves a component out of the first script. While it is loaded its `fallback` stands in its place: give it one as
 * large as the component, so that nothing jumps. What has been loaded before is drawn at once. If it cannot be loaded a
 * sentence says so in its place, and the rest of the page goes on.
 *
 * No `Suspense`: React holds back what was suspended for 300 ms after its fallback was shown.
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
  const Later = ({ fallback = null, ...props }: Props & { readonly fallback?: ReactNode }) => {
    const [Component, setComponent] = useState<ComponentType<Props> | undefined>(() => loaded);
    useEffect(() => {
      if (!Component) void once().then((component) => setComponent(() => component));
    }, [Component]);
    return Component ? <Component {...(props as Props)} /> : fallback;
  };
  return Object.assign(Later, { load: once });
};
