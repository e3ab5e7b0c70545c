// Which digits dial a telephone number, after ITU-T E.164 (numbers) and E.123 (how they are written).

// The codes of one and two digits; all others have three.
const countryCode = /^(?:[17]|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3})/;

/** Where the zero that calls inside the country begin with is dialled from abroad as well. */
const keepsZero = new Set(['39', '378']);
/** Where numbers begin with a zero of their own, so that nobody knows what one in brackets is. */
const hasOwnZero = new Set(['225', '241', '242']);

/**
 * The address that dials a telephone number written in international form: `tel:+35315550100` for `+353 (0)1 555 0100`. One
 * that is written for callers of the country is left as it is: from where it is dialled, nobody knows.
 * Nothing where the digits that are dialled cannot be told for certain: a link is right, or it is not made.
 */
export function phoneAddress(phone: string): string | undefined {
  if (!phone.startsWith('+')) return undefined;
  const written = phone.replaceAll(/[ -]/g, '');
  const code = countryCode.exec(written.slice(1))?.[0];
  if (code === undefined) return undefined;
  const national = nationalDigits(written.slice(1 + code.length), code);
  const digits = `${code}${national ?? ''}`;
  return national !== undefined && digits.length >= 7 && digits.length <= 15 ? `tel:+${digits}` : undefined;
}

function nationalDigits(written: string, code: string): string | undefined {
  if (!/^\d*(?:\(\d+\)\d*)*$/.test(written)) return undefined;
  const isTrunk = written.startsWith('(0)');
  // What is dialled before a number in the former Soviet Union is 8.
  if ((isTrunk && hasOwnZero.has(code)) || (written.startsWith('(8)') && /^(?:7|37\d|99\d)$/.test(code)))
    return undefined;
  const dialled = isTrunk && !keepsZero.has(code) ? written.slice('(0)'.length) : written;
  const digits = dialled.replaceAll(/[()]/g, '');
  return digits.startsWith('0') && !keepsZero.has(code) && !hasOwnZero.has(code) ? undefined : digits;
}
