/** Tokens of the design for what is drawn on a canvas, which no stylesheet reaches; `test/theme` keeps the two the same. */
import type { Theme } from './colour';

export interface Inks {
  readonly ink: string;
  readonly label: string;
  readonly card: string;
  readonly sunken: string;
  readonly line: string;
  readonly outline: string;
  readonly edge: string;
}

export const inks: Readonly<Record<Theme, Inks>> = {
  light: {
    ink: '#1f2328',
    label: '#59626c',
    card: '#ffffff',
    sunken: '#ededea',
    line: '#c2c8ce',
    outline: '#7f8891',
    edge: '#7f8891',
  },
  dark: {
    ink: '#eef0f2',
    label: '#a7b0b9',
    card: '#1b1f23',
    sunken: '#2a2f35',
    line: '#3a4148',
    outline: '#7d8791',
    edge: '#7d8791',
  },
};
