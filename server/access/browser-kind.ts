/** Told apart in this order: most browsers also claim to be the ones below them. */
const browsers: [RegExp, string][] = [
  [/\bEdg(e|A|iOS)?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|CriOS|HeadlessChrome)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];

const machines: [RegExp, string][] = [
  [/\biPhone\b/, 'an iPhone'],
  [/\biPad\b/, 'an iPad'],
  [/\bAndroid\b/, 'an Android device'],
  [/\bCrOS\b/, 'a Chromebook'],
  [/\bWindows\b/, 'Windows'],
  [/\bMacintosh\b/, 'a Mac'],
  [/\bLinux\b/, 'Linux'],
];

/**
 * What sort of browser it is, in words by which its owner knows it again: 'Firefox on Windows'. Nothing else of what a
 * browser says of itself is kept.
 */
export function browserKind(says: string | undefined): string {
  const named = (of: [RegExp, string][]): string | undefined =>
    of.find(([sign]) => sign.test(says ?? ''))?.[1];
  const machine = named(machines);
  const browser = named(browsers) ?? 'Another browser';
  return machine === undefined ? browser : `${browser} on ${machine}`;
}
