import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import katex from 'katex';
import { expect, test } from 'vitest';
import { imbalanceIn } from '../../../../test/latex/balance';
import { compile } from '../../../engine';
import { presets } from '../../../tasks/presets';
import { shapeOf } from '../../../tasks/setup';
import { sentenceTex, textTex } from './text';

test('commands of TeX are written out', () => {
  expect(textTex('50 % of $5 & #1, a_b {c} ~ ^ \\x')).toBe(
    '50 \\% of \\$5 \\& \\#1, a\\_b \\{c\\} \\textasciitilde{} \\textasciicircum{} \\textbackslash{}x',
  );
  expect(textTex('“so” – it’s …')).toBe("``so'' -- it's \\dots{}");
});

test('signs of mathematics become formulas, those that follow each other one', () => {
  expect(textTex('−1.2×10⁻⁷')).toBe('$-$1.2$\\times$10$^{-7}$');
  expect(textTex('‖δ₁₂‖')).toBe('$\\Vert \\delta _{12}\\Vert$');
  expect(textTex('∂Ẽ/∂Wₛ')).toBe('$\\partial \\tilde{E}$/$\\partial$W$_{s}$');
  expect(textTex('δ̃₃')).toBe('$\\tilde{\\delta}_{3}$');
  expect(textTex('naïve café')).toBe('na\\"{i}ve caf\\\'{e}');
});

test('a sentence has its symbols in italics', () => {
  const plan = compile(shapeOf(presets[0].setup));
  expect(sentenceTex('What reached {d:a3} goes back through {Ws}.', plan)).toBe(
    'What reached $\\partial E_{3}/\\partial a_{3}$ goes back through $W_{s}$.',
  );
});

/** Every text file below a folder that people write sentences in. */
const sources = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /(?<!\.test)\.ts$/.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));

test('every sign that messages and notation use is known, and what it becomes is TeX', () => {
  const signs = new Set(
    [...sources('src/messages'), ...sources('src/notation')].join('').match(/[\u0080-\u{10ffff}]/gu),
  );
  expect(signs.size).toBeGreaterThan(40);
  for (const sign of signs) {
    const tex = textTex(`a${sign} b`);
    expect(tex, sign).toMatch(/^[\x20-\x7e]*$/);
    expect(tex, sign).not.toContain('[U+');
    expect(imbalanceIn(tex), sign).toBeUndefined();
    for (const [, formula] of tex.matchAll(/\$([^$]+)\$/g))
      expect(() => katex.renderToString(formula), sign).not.toThrow();
  }
});
