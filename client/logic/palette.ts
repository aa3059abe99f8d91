/** Our colours by what they are for, in light and dark, and how well each pair that meets can be told apart. */
export const schemes = ['light', 'dark'] as const;
export type Scheme = (typeof schemes)[number];

/** As they are called in the styles, which a test compares with these. */
export const palette: Readonly<Record<string, Readonly<Record<Scheme, string>>>> = {
  'govuk-text': { light: '#211d18', dark: '#f1ece3' },
  'govuk-secondary-text': { light: '#5a5046', dark: '#bdb3a4' },
  'govuk-body-background': { light: '#faf6ef', dark: '#191714' },
  'govuk-link': { light: '#175c4b', dark: '#93d6be' },
  'govuk-error': { light: '#a8291b', dark: '#ff9d8f' },
  'govuk-focus': { light: '#ffc53d', dark: '#ffc53d' },
  'govuk-focus-text': { light: '#1a1712', dark: '#1a1712' },
  'govuk-input-border': { light: '#4a4238', dark: '#a89d8c' },
  'mh-head': { light: '#17463b', dark: '#12352d' },
  'mh-head-text': { light: '#ffffff', dark: '#ffffff' },
  'mh-roof': { light: '#f2b441', dark: '#f2b441' },
  'mh-card': { light: '#ffffff', dark: '#24211c' },
  'mh-tint': { light: '#f1eadd', dark: '#24211c' },
  'mh-band': { light: '#e8dfcf', dark: '#3a342b' },
  'mh-accent': { light: '#a8431f', dark: '#f0a07f' },
  'mh-button': { light: '#17463b', dark: '#93d6be' },
  'mh-button-text': { light: '#ffffff', dark: '#10251f' },
  'mh-demo': { light: '#fbe3ad', dark: '#463710' },
  'mh-demo-text': { light: '#3b2a06', dark: '#ffe9b8' },
  'mh-yes': { light: '#e2efe4', dark: '#1d3a2d' },
  'mh-yes-text': { light: '#12482f', dark: '#c4ead6' },
  'mh-ask': { light: '#fdf0cf', dark: '#403412' },
  'mh-ask-text': { light: '#55400a', dark: '#ffe6a6' },
  'mh-no-text': { light: '#7a2417', dark: '#ffb3a6' },
};

export type Use = 'text' | 'graphic';
/** WCAG 2.2, 1.4.3 and 1.4.11. */
export const minimum: Readonly<Record<Use, number>> = { text: 4.5, graphic: 3 };

const met: readonly (readonly [front: string, ground: string, use: Use])[] = [
  ['govuk-text', 'govuk-body-background', 'text'],
  ['govuk-text', 'mh-card', 'text'],
  ['govuk-text', 'mh-band', 'text'],
  ['govuk-secondary-text', 'govuk-body-background', 'text'],
  ['govuk-secondary-text', 'mh-card', 'text'],
  ['govuk-secondary-text', 'mh-band', 'text'],
  ['govuk-link', 'govuk-body-background', 'text'],
  ['govuk-link', 'mh-card', 'text'],
  ['govuk-link', 'mh-tint', 'text'],
  ['govuk-error', 'mh-band', 'text'],
  ['govuk-focus-text', 'govuk-focus', 'text'],
  ['mh-head-text', 'mh-head', 'text'],
  ['mh-button-text', 'mh-button', 'text'],
  ['mh-accent', 'mh-card', 'text'],
  ['mh-accent', 'govuk-body-background', 'text'],
  ['mh-demo-text', 'mh-demo', 'text'],
  ['mh-yes-text', 'mh-yes', 'text'],
  ['mh-ask-text', 'mh-ask', 'text'],
  ['mh-no-text', 'mh-card', 'text'],
  ['govuk-input-border', 'mh-band', 'graphic'],
  ['govuk-input-border', 'mh-card', 'graphic'],
  ['mh-roof', 'mh-head', 'graphic'],
  ['mh-button', 'mh-band', 'graphic'],
  ['govuk-focus-text', 'mh-roof', 'graphic'],
];

function luminance(colour: string): number {
  const digits = colour.slice(1);
  const long = digits.length === 3 ? [...digits].map((digit) => digit + digit).join('') : digits;
  const [red = 0, green = 0, blue = 0] = [0, 2, 4]
    .map((at) => Number.parseInt(long.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** From 1, the same, to 21, black on white: as WCAG reckons it. */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

export interface Pair {
  front: string;
  ground: string;
  use: Use;
  ratio: number;
}

export const pairs = (scheme: Scheme): Pair[] =>
  met.map(([front, ground, use]) => ({
    front,
    ground,
    use,
    ratio: contrast(palette[front]?.[scheme] ?? '#000', palette[ground]?.[scheme] ?? '#000'),
  }));
