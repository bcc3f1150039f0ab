import { createContext, use } from 'react';

/** Told of each render of a node, edge or stream, by id: the test of what a step costs counts them. */
export const RenderCounter = createContext<((id: string) => void) | null>(null);

export const useRenderCount = (id: string): void => {
  use(RenderCounter)?.(id);
};
