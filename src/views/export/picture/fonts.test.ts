import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { characters, faces } from 'virtual:export-fonts';
import { expect, test } from 'vitest';
import { label } from '../../../notation';
import { fontRules } from './fonts';

test('the faces of drawings are cut down to what is written, and are still fonts', () => {
  expect(faces.map(({ family }) => family)).toEqual(['Inter', 'KaTeX_Math', 'KaTeX_Main']);
  for (const { family, data } of faces) {
    const file = Buffer.from(data, 'base64');
    expect(file.subarray(0, 4).toString(), family).toBe('wOF2');
    expect(file.length, family).toBeGreaterThan(5000);
    expect(file.length, family).toBeLessThan(80_000);
  }
});

test('every sign of the messages and of symbols is among the characters', () => {
  const known = new Set(characters);
  const sentences = readdirSync('src/messages/en').map((name) =>
    readFileSync(join('src/messages/en', name), 'utf8'),
  );
  const symbols = ['d:Ws', 'clip:S3', 'S12', 'd:S3/a4', 'unbiased:m:Ws'].map((id) => label(id));
  const missing = [...sentences, ...symbols].flatMap((text) =>
    [...text].filter((sign) => sign !== '\n' && !known.has(sign)),
  );
  expect([...new Set(missing)]).toEqual([]);
});

test('a picture carries the families that it is written in, and no others', () => {
  const rules = fontRules(["'Inter', system-ui, sans-serif"]);
  expect(rules.match(/@font-face/g)).toHaveLength(1);
  expect(rules).toContain("font-family:'Inter'");
  expect(rules).toContain('url(data:font/woff2;base64,');
  expect(fontRules([])).toBe('');
});
