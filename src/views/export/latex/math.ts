/** Signs of mathematics as TeX writes them in a formula. Whatever messages and notation use must be here: a test looks. */

const greek: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    ...{ α: 'alpha', β: 'beta', γ: 'gamma', δ: 'delta', ε: 'varepsilon', ζ: 'zeta', η: 'eta', θ: 'theta' },
    ...{ ι: 'iota', κ: 'kappa', λ: 'lambda', μ: 'mu', ν: 'nu', ξ: 'xi', π: 'pi', ρ: 'rho', σ: 'sigma' },
    ...{ τ: 'tau', φ: 'varphi', χ: 'chi', ψ: 'psi', ω: 'omega', Γ: 'Gamma', Δ: 'Delta', Θ: 'Theta' },
    ...{ Λ: 'Lambda', Ξ: 'Xi', Π: 'Pi', Σ: 'Sigma', Φ: 'Phi', Ψ: 'Psi', Ω: 'Omega' },
  }).map(([letter, name]) => [letter, `\\${name} `]),
);

/** By sign. What ends in letters is followed by a space, so that it does not run into the next letter. */
const signs: Readonly<Record<string, string>> = {
  '∂': '\\partial ',
  ...greek,
  '∏': '\\prod ',
  '√': '\\surd ',
  '∞': '\\infty ',
  '‖': '\\Vert ',
  '−': '-',
  '×': '\\times ',
  '·': '\\cdot ',
  '±': '\\pm ',
  '⊙': '\\odot ',
  '≤': '\\le ',
  '≥': '\\ge ',
  '≠': '\\ne ',
  '≈': '\\approx ',
  '→': '\\to ',
  '←': '\\leftarrow ',
  '↑': '\\uparrow ',
  '↓': '\\downarrow ',
  '↔': '\\leftrightarrow ',
  '⋯': '\\cdots ',
  '′': "'",
  '½': '\\tfrac{1}{2}',
  '¼': '\\tfrac{1}{4}',
  '¾': '\\tfrac{3}{4}',
  '⅓': '\\tfrac{1}{3}',
  '∑': '\\sum ',
  '∇': '\\nabla ',
  '∈': '\\in ',
  '∝': '\\propto ',
  '≪': '\\ll ',
  '≫': '\\gg ',
  '≡': '\\equiv ',
  '⇒': '\\Rightarrow ',
  '⇔': '\\Leftrightarrow ',
  '∘': '\\circ ',
  '÷': '\\div ',
  '⊤': '\\top ',
  '⟨': '\\langle ',
  '⟩': '\\rangle ',
  '•': '\\bullet ',
  '∼': '\\sim ',
  '⋮': '\\vdots ',
  '⋱': '\\ddots ',
  '↕': '\\updownarrow ',
  '°': '^{\\circ}',
  '<': '<',
  '>': '>',
  '|': '|',
};

const raised: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...'⁰¹²³⁴⁵⁶⁷⁸⁹'].map((sign, digit) => [sign, String(digit)])),
  '⁻': '-',
  '⁺': '+',
  ᵀ: '\\top ',
  ᵏ: 'k',
  ᵗ: 't',
};

const lowered: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...'₀₁₂₃₄₅₆₇₈₉'].map((sign, digit) => [sign, String(digit)])),
  ₛ: 's',
  ₓ: 'x',
  ₜ: 't',
  ₕ: 'h',
  ₖ: 'k',
  ₙ: 'n',
  ᵢ: 'i',
  ⱼ: 'j',
  '₋': '-',
  '₊': '+',
};

/** Marks above a letter, which follow it. */
const above: Readonly<Record<string, string>> = { '\u0303': 'tilde', '\u0302': 'hat' };

const anyOf = (table: Readonly<Record<string, string>>): string => `[${Object.keys(table).join('')}]`;

/** What stands in formulas: a letter with a mark above, a run of raised or of lowered signs, a single sign. */
export const mathematics = new RegExp(
  `(?<letter>.)(?<mark>${anyOf(above)})|(?<up>${anyOf(raised)}+)|(?<down>${anyOf(lowered)}+)|(?<sign>${anyOf(signs)})`,
  'gu',
);

/** Takes apart letters that carry a mark of notation: Ẽ is E and a tilde. Letters of languages stay whole. */
export const withMarksApart = (text: string): string =>
  text.replace(/[\u0100-\u1eff]/g, (letter) => {
    const apart = letter.normalize('NFD');
    return apart.length === 2 && apart[1] in above ? apart : letter;
  });

/** The groups of one match of `mathematics` in TeX, for the inside of a formula. */
export function signTex({
  letter = '',
  mark,
  up,
  down,
  sign = '',
}: Readonly<Record<string, string | undefined>>): string {
  if (mark !== undefined) return `\\${above[mark]}{${(signs[letter] ?? letter).trim()}}`;
  if (up !== undefined)
    return `^{${[...up]
      .map((each) => raised[each])
      .join('')
      .trim()}}`;
  if (down !== undefined) return `_{${[...down].map((each) => lowered[each]).join('')}}`;
  return signs[sign];
}
